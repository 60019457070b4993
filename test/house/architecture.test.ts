import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { layers } from "../../scripts/house/layers.ts";
import { readDocument } from "../support/documents.ts";
import { tableOf } from "../support/markdown.ts";

const root = join(import.meta.dirname, "../..");
const path = "docs/architecture.md";
const architecture = readDocument(path);

const code = (cell: string | undefined) => /^`([^`]+)`$/.exec(cell ?? "")?.[1] ?? "";

/** Whether a module exports a name, or a text file has a text at a path such as `chip.granted`. */
function holds(file: string, name: string): boolean {
  const text = readFileSync(join(root, file), "utf8");
  if (!file.endsWith(".json")) {
    return new RegExp(
      String.raw`^export (async )?(function\*?|const|class|interface|type) ${name}\b`,
      "m",
    ).test(text);
  }
  const value = name
    .split(".")
    .reduce<unknown>((part, key) => Object(part)[key], JSON.parse(text));
  return value !== undefined;
}

const sections = architecture.split(/^## /m);
const questions = tableOf(architecture, "Where is it …");
const walks = sections
  .filter((section) => section.startsWith("The walk"))
  .map((section) => tableOf(section, "step"));

/** What questions and walks name: the file and the name stand in the last two cells. */
const named = [...questions, ...walks.flat()].map((cells) => ({
  file: code(cells.at(-2)),
  name: code(cells.at(-1)),
}));

describe("docs/architecture.md", () => {
  test("names every file of words", () => {
    const files = readdirSync(join(root, "locales/de"));

    expect(files.filter((file) => !architecture.includes(`${file}: `))).toEqual([]);
  });

  test("answers ten questions with one file each, and none with the same", () => {
    const answers = questions.map((cells) => cells.at(-2));

    expect(answers.length).toBe(10);
    expect(new Set(answers).size).toBe(10);
  });

  test.each(named)("names $file, which holds $name", ({ file, name }) => {
    expect(existsSync(join(root, file))).toBe(true);
    expect(holds(file, name)).toBe(true);
  });

  test("passes no file twice on a walk", () => {
    expect(walks.length).toBe(2);
    for (const walk of walks) {
      const files = walk.map((cells) => code(cells.at(-2)));

      expect(files.length).toBeGreaterThan(8);
      expect(files).toEqual([...new Set(files)]);
    }
  });

  test("names every layer", () => {
    for (const { name } of layers)
      expect(architecture).toMatch(new RegExp(`^  ${name}/`, "m"));
  });
});
