import { readFile } from "node:fs/promises";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import { UsageError } from "./terminal.ts";

/**
 * The text of a file; `-` is the standard input.
 *
 * @throws {UsageError} for one that cannot be read, naming it and never what is in it.
 */
export async function readTextFile(file: string, words: CommandWords): Promise<string> {
  try {
    return await readFile(file === "-" ? "/dev/stdin" : file, "utf8");
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, "code")) : "";
    throw new UsageError(words("usage.file", { file, code }));
  }
}
