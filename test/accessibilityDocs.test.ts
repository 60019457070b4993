import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { explained } from "./engines/checkers/explained.ts";

test("docs/accessibility.md says of each rule of a checker why what it finds stays", async () => {
  const file = join(import.meta.dirname, "../docs/accessibility.md");
  const document = await readFile(file, "utf8");
  const [, table = ""] =
    /<!-- checkers -->\n([\s\S]*?)<!-- \/checkers -->/.exec(document) ?? [];

  expect(table.trim().split("\n").slice(2)).toEqual(
    explained.map(
      ({ checker, rule, reason }) => `| ${checker} | \`${rule}\` | ${reason} |`,
    ),
  );
});
