import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { expect, inject, test } from "vitest";
import { anchorsOf, linksOf } from "../support/markdown.ts";

const folder = inject("packageFolder");
const documents = ["llms.txt", ...globSync("**/*.md", { cwd: folder })].toSorted();

/** Where a link of a packed document leads to nothing that is packed. */
function brokenLinks(document: string, text: string): readonly string[] {
  return linksOf(text)
    .filter((target) => !/^(https?|mailto):/.test(target))
    .filter((target) => {
      const [file = "", anchor] = target.split("#");
      const to = file === "" ? document : normalize(join(dirname(document), file));
      const path = join(folder, to);
      if (to.startsWith("..") || !existsSync(path)) return true;
      if (anchor === undefined || statSync(path).isDirectory()) return false;
      const there = readFileSync(path, "utf8");
      return !anchorsOf(there).includes(anchor) && !there.includes(` id="${anchor}"`);
    });
}

test("the package has its documents, those for programs, and none about its making", () => {
  expect(documents).toEqual(
    expect.arrayContaining(["AGENTS.md", "README.md", "docs/panel-api.md", "llms.txt"]),
  );
  expect(
    documents.filter((path) => /CONTRIBUTING|architecture|decisions/.test(path)),
  ).toEqual([]);
  expect(existsSync(join(folder, "custom-elements.json"))).toBe(true);
});

test.each(documents)("every link of %s leads to something in the package", (path) => {
  expect(brokenLinks(path, readFileSync(join(folder, path), "utf8"))).toEqual([]);
});

test("a link that leaves the package, or leads to no heading, is found", () => {
  const text = "[a](../x.md) [b](docs/decisions/) [c](README.md#nothing) [d](README.md)";

  expect(brokenLinks("README.md", text)).toEqual([
    "../x.md",
    "docs/decisions/",
    "README.md#nothing",
  ]);
});
