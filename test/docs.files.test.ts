import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";
import manifest from "../package.json" with { type: "json" };
import { parts as checks } from "../scripts/check/parts.ts";
import { documents, readDocument } from "./support/documents.ts";
import { anchorsOf, fencesOf, linksOf, titlesOf } from "./support/markdown.ts";
import { runShell } from "./support/runSnippets.ts";

const root = join(import.meta.dirname, "..");

const checkParts: readonly string[] = checks.map(({ name }) => name);

describe("the commands of the documentation", () => {
  const scripts = Object.keys(manifest.scripts);
  const commands = documents
    .flatMap((path) => fencesOf(readDocument(path)))
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split(/\n|&&/))
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => /^(npm|npx) /.test(line));

  test("are commands that this repository has", () => {
    const unknown = commands.filter((command) => {
      const [program, first = "", second = "", ...rest] = command.split(/\s+/);
      if (program === "npx") return !["klartext", "vitest"].includes(first);
      // A new user's, which test/hosts/new{User,Panel}.hosts.ts run.
      if (["ci", "create", "pack", "install"].includes(first)) return false;
      const script = first === "run" ? second : first;
      const words = first === "run" ? rest : [second, ...rest].filter(Boolean);
      const parts = words.filter((word) => script === "test" && !word.startsWith("-"));
      return (
        !scripts.includes(script) || parts.some((part) => !checkParts.includes(part))
      );
    });

    expect(commands.length).toBeGreaterThan(8);
    expect(unknown).toEqual([]);
  });

  test("that run one file of tests do so", async () => {
    const single = commands.filter((command) => /^npx vitest run .*\.ts$/.test(command));

    expect(single.length).toBeGreaterThan(0);
    await runShell(
      [`cd '${root}'`, ...single.map((command) => `${command} >/dev/null`)],
      ["npx"],
    );
  }, 60_000);
});

test.each(documents)("%s has one heading that names it", (path) => {
  const [first, ...others] = titlesOf(readDocument(path));

  expect(first).toBeDefined();
  expect(others).toEqual([]);
});

/** The files of a host's own that the README has a new user write. */
const hostFiles = [
  "src/PrivacyPage.tsx",
  "src/Policy.tsx",
  "src/App.tsx",
  "src/main.tsx",
  "panel/server.ts",
];

test.each(documents)("%s names files that are there", (path) => {
  const named = [
    ...readDocument(path).matchAll(
      /`((?:src|test|panel|docs|locales|scripts)\/[^`\s*<{]+)`/g,
    ),
  ];

  expect(
    named
      .map(([, file = ""]) => file)
      .filter((file) => !hostFiles.includes(file) && !existsSync(join(root, file))),
  ).toEqual([]);
});

test.each(documents)("%s links what is there", (path) => {
  const broken = linksOf(readDocument(path))
    .filter((target) => !/^https?:/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#");
      const to = file === "" ? path : normalize(join(dirname(path), file));
      if (!existsSync(join(root, to))) return true;
      return anchor !== undefined && !anchorsOf(readDocument(to)).includes(anchor);
    });

  expect(broken).toEqual([]);
});

describe("while the package is not on npm", () => {
  const place = "docs/start.md";
  const installing = documents
    .filter((path) => !path.startsWith("docs/decisions/"))
    .filter((path) => readDocument(path).includes("npm install klartext"));

  test("whoever is told to install it is told where it comes from", () => {
    const told = installing.filter((path) =>
      linksOf(readDocument(path)).some((target) => {
        const [file = "", anchor] = target.split("#");
        const to = file === "" ? path : normalize(join(dirname(path), file));
        return to === place && anchor === "the-package";
      }),
    );

    expect(installing.length).toBeGreaterThan(4);
    expect(told).toEqual(installing);
  });

  test("the file is called what npm pack calls it", () => {
    const named = readDocument(place).match(/klartext-[\d.]+\.tgz/g);

    expect([...new Set(named)]).toEqual([`klartext-${manifest.version}.tgz`]);
  });
});

test.each(documents)("%s spells the noun licence as the policy does", (path) => {
  const prose = readDocument(path)
    .replace(/^```[\s\S]*?^```$/gm, "")
    .replace(/`[^`\n]*`|\]\([^)]*\)/g, "");

  expect(prose.match(/(?<!\bto )\blicenses?\b/gi)).toBe(null);
});
