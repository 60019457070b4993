import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fencesOf } from "./markdown.ts";

const root = join(import.meta.dirname, "../..");

/** Every page of the documentation, by its path below the root. */
export const documents = [
  "README.md",
  "AGENTS.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...globSync("docs/**/*.md", { cwd: root }).toSorted(),
];

/** Reads a file of the repository by its path below the root. */
export function readDocument(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The first block of this language. */
export function fence(markdown: string, language: string): string {
  return fencesOf(markdown).find((block) => block.language === language)?.text ?? "";
}

/** The code words of a table's cell, such as `` `granted` ``. */
export function codeIn(cell: string | undefined): string | undefined {
  return /`([^`]+)`/.exec(cell ?? "")?.[1];
}
