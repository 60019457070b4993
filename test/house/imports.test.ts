import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { expect, onTestFinished, test } from "vitest";
import { cruiseHouse } from "../../scripts/house/cruiseHouse.ts";
import { drawLayers, layerGraph } from "../../scripts/house/drawLayers.ts";
import { layers } from "../../scripts/house/layers.ts";
import { tellViolations } from "../../scripts/house/tellViolations.ts";
import { fence, readDocument } from "../support/documents.ts";

const root = join(import.meta.dirname, "../..");

/** Read once for all that is asked of it. */
const house = cruiseHouse(root);

/** A house of a few files, with what this one has installed. */
async function plantedHouse(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), "klartext-house-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "junction");
  await writeFile(
    join(folder, "package.json"),
    '{ "dependencies": { "zod": "*" }, "peerDependencies": { "react": "*", "better-sqlite3": "*", "i18next": "*" } }',
  );
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return cruiseHouse(folder, ["src"]);
}

const rulesOf = ({ summary }: ICruiseResult) => [
  ...new Set(summary.violations.map(({ rule }) => rule.name)),
];

test("imports run one way, in no circle, and to what hosts have", async () => {
  const result = await house;

  expect(result.modules.length).toBeGreaterThan(1_000);
  expect(tellViolations(result)).toBe("");
}, 60_000);

test("every folder of the library but its sheets is a layer", async () => {
  const entries = await readdir(join(root, "src"), { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);

  expect(folders.sort()).toEqual([...layers.map(({ name }) => name), "styles"].sort());
});

test("an import that runs up is refused with why the layer is there, and what to do", async () => {
  const result = await plantedHouse({
    "src/payload/bytes.ts":
      'import { Center } from "../components/Center.ts";\nexport const bytes = Center;\n',
    "src/components/Center.ts": "export const Center = 1;\n",
    "src/components/Page.ts":
      'import { bytes } from "../payload/bytes.ts";\nexport const page = bytes;\n',
    "src/index.ts": 'export { page } from "./components/Page.ts";\n',
  });

  expect(rulesOf(result)).toEqual(["layer-payload"]);
  expect(tellViolations(result)).toContain(
    "page, panel and sender come to the same ones",
  );
  expect(tellViolations(result)).toContain("Move what both need down into src/payload");
});

test.each([
  [
    "no-circle",
    "policy",
    'import type { Other } from "./other.ts";\nexport type One = Other;',
  ],
  [
    "layer-policy-without-react",
    "policy",
    'import type { ReactNode } from "react";\nexport type One = ReactNode;',
  ],
  [
    "layer-client-without-react",
    "client",
    'import { useState } from "react";\nexport const one = useState;',
  ],
  [
    "layer-panel-without-node",
    "panel",
    'import { join } from "node:path";\nexport const one = join;',
  ],
  [
    "drivers-in-their-store",
    "sending",
    'import Database from "better-sqlite3";\nexport const one = Database;',
  ],
  [
    "stores-know-no-other-store",
    "stores/sqlite",
    'import { two } from "../postgres/two.ts";\nexport const one = two;',
  ],
  [
    "words-come-as-a-function",
    "describe",
    'import i18next from "i18next";\nexport const one = i18next;',
  ],
  ["zod-mini", "contract", 'import * as z from "zod";\nexport const one = z;'],
  [
    "library-needs-what-hosts-have",
    "panel",
    'import { z } from "zod/mini";\nimport ws from "ws";\nexport const one = [ws, z];',
  ],
  [
    "nothing-unresolved",
    "policy",
    'import { two } from "./nowhere.ts";\nexport const one = two;',
  ],
])("%s is found in src/%s", async (rule, layer, code) => {
  const result = await plantedHouse({
    [`src/${layer}/one.ts`]: `${code}\n`,
    [`src/${layer}/other.ts`]:
      'import type { One } from "./one.ts";\nexport type Other = One;\n',
    "src/stores/postgres/two.ts": "export const two = 2;\n",
    "src/index.ts": `export * from "./stores/postgres/two.ts";\nexport * from "./${layer}/one.ts";\nexport * from "./${layer}/other.ts";\n`,
  });

  expect(rulesOf(result)).toEqual([rule]);
});

test("a file that nobody imports is found, and so is the library that leans on a test", async () => {
  const result = await plantedHouse({
    "src/policy/lost.ts": "export const lost = 1;\n",
    "src/policy/leaning.ts": 'export { helper } from "../../test/helper.ts";\n',
    "src/index.ts": 'export { helper } from "./policy/leaning.ts";\n',
    "test/helper.ts": "export const helper = 1;\n",
  });

  expect(rulesOf(result)).toEqual([
    "library-knows-no-demonstration",
    "somebody-imports-it",
  ]);
});

test("docs/architecture.md draws the layers as the code has them (draw them anew with vitest --update)", async () => {
  const path = "docs/architecture.md";
  const architecture = readDocument(path);
  const drawn = drawLayers(layerGraph(await house));
  const anew = architecture.replace(fence(architecture, "mermaid"), () => drawn);

  expect(fence(architecture, "mermaid")).not.toBe("");
  await expect(anew).toMatchFileSnapshot(join(root, path));
}, 60_000);

test("an arrow that follows from two others is not drawn", () => {
  const graph = new Map([
    ["page", new Set(["client", "bytes"])],
    ["client", new Set(["bytes"])],
    ["bytes", new Set<string>()],
  ]);

  expect(drawLayers(graph)).toContain("client --> bytes");
  expect(drawLayers(graph)).toContain("page --> client");
  expect(drawLayers(graph)).not.toContain("page --> bytes");
});
