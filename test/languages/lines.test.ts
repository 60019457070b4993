import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { exampleFile } from "../support/languagePanel.ts";
import { tableOf } from "../support/markdown.ts";

test("docs/other-languages.md says how long each example is", () => {
  const page = join(import.meta.dirname, "../../docs/other-languages.md");
  const rows = tableOf(readFileSync(page, "utf8"), "file").map(([file = "", lines]) => [
    file.replaceAll("`", ""),
    lines,
  ]);

  expect(rows.length).toBe(4);
  expect(rows).toEqual(
    rows.map(([file = ""]) => {
      const text = readFileSync(exampleFile(file), "utf8");
      return [file, String(text.split("\n").length - 1)];
    }),
  );
});
