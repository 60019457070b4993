import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import panel from "../panel/package.json" with { type: "json" };
import { linksOf } from "./support/markdown.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

interface Packed {
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Whatever is packed besides `dist`, which the tests of the package look into. */
let files: Packed["files"] = [];

beforeAll(async () => {
  const words = ["pack", "--dry-run", "--json", "--ignore-scripts"];
  const { stdout } = await promisify(execFile)("npm", words, { cwd: root });
  const packed: readonly Packed[] = Object.values(JSON.parse(stdout));
  files = (packed[0]?.files ?? []).filter(({ path }) => !path.startsWith("dist/"));
}, 60_000);

test("the licence is MIT, in the manifest and as its text", () => {
  const holder = "The Klartext authors";

  expect(manifest).toMatchObject({ license: "MIT", author: holder });
  expect(panel).toMatchObject({ license: "MIT", author: holder });
  expect(read("LICENSE")).toMatch(
    /^MIT License\n\nCopyright \(c\) 2026 The Klartext authors\n/,
  );
  expect(read("LICENSE")).toContain('THE SOFTWARE IS PROVIDED "AS IS"');
  expect(read("README.md")).toContain("[MIT](LICENSE)");
});

test("a search finds the package by what it is for", () => {
  expect(manifest.keywords).toEqual(
    expect.arrayContaining(["privacy", "react", "telemetry"]),
  );
});

describe("the package", () => {
  test("brings its licence and what its README links to", () => {
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        ...["LICENSE", "README.md", "CHANGELOG.md"],
        ...["AGENTS.md", "llms.txt", "custom-elements.json"],
      ]),
    );
    expect(linksOf(read("README.md")).length).toBeGreaterThan(15);
  });

  test("has no document with a link that leads nowhere, in the package or the repository", () => {
    const documents = files
      .map(({ path }) => path)
      .filter((path) => path.endsWith(".md"));
    const isPacked = (path: string) =>
      files.some((file) => file.path === path || file.path.startsWith(`${path}/`));
    const broken = documents.flatMap((document) =>
      linksOf(read(document))
        .filter((target) => !/^(https?:|#)/.test(target))
        .flatMap((target) => {
          const [file = ""] = target.split("#");
          const path = normalize(join(dirname(document), file)).replace(/\/$/, "");
          return isPacked(path) && existsSync(join(root, path))
            ? []
            : `${document}: ${target}`;
        }),
    );

    expect(documents.length).toBeGreaterThan(30);
    expect(broken).toEqual([]);
  });

  test("is not made heavy by its documents", () => {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);

    expect(bytes).toBeLessThan(1_450_000);
  });
});
