import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeIn, readDocument } from "../support/documents.ts";
import { terms } from "../support/glossary.ts";
import { tableOf } from "../support/markdown.ts";

const root = join(import.meta.dirname, "../..");
const guide = readDocument("docs/style-guide.md");
const sources = globSync("{src,panel,site/src,scripts,.storybook}/**/*.{ts,tsx,astro}", {
  cwd: root,
  exclude: (path) => /node_modules|\.test\.|\.stories\.|\btesting\b/.test(path),
});

test("the style guide gives the reason of every term of the glossary, in its order", () => {
  const rows = tableOf(guide, "concept");

  expect(rows.map(([concept, german, english]) => [concept, german, english])).toEqual(
    terms.map(({ concept, de, en }) => [concept, de, en]),
  );
  for (const [, , , why = ""] of rows) expect(why).toMatch(/\.$/);
});

test("the style guide names all code that has two languages in mind", () => {
  const found = sources.filter((file) =>
    /[!=]== "de"|startsWith\("de"\)|\^de\b/.test(readFileSync(join(root, file), "utf8")),
  );
  const [, step = ""] = /^5\. ([\s\S]*?)^6\. /m.exec(guide) ?? [];
  const told = [...step.matchAll(/`([\w./]+\/[\w./]+)`/g)].map(([, file]) => file);

  expect(told.toSorted()).toEqual(found.toSorted());
});

test("the style guide says what every file of words holds", () => {
  const files = readdirSync(join(root, "locales/de"));

  expect(
    tableOf(guide, "file of `locales/\\*/`")
      .map(([file]) => codeIn(file))
      .toSorted(),
  ).toEqual(files.toSorted());
});
