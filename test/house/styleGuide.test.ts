import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { codeIn, readDocument } from "../support/documents.ts";
import { terms } from "../support/glossary.ts";
import { tableOf } from "../support/markdown.ts";

const guide = readDocument("docs/style-guide.md");

test("the style guide gives the reason of every term of the glossary, in its order", () => {
  const rows = tableOf(guide, "concept");

  expect(rows.map(([concept, german, english]) => [concept, german, english])).toEqual(
    terms.map(({ concept, de, en }) => [concept, de, en]),
  );
  for (const [, , , why = ""] of rows) expect(why).toMatch(/\.$/);
});

test("the style guide says what every file of words holds", () => {
  const files = readdirSync(join(import.meta.dirname, "../../locales/de"));

  expect(
    tableOf(guide, "file of `locales/\\*/`")
      .map(([file]) => codeIn(file))
      .toSorted(),
  ).toEqual(files.toSorted());
});
