import { readFile } from "node:fs/promises";
import * as z from "zod/mini";
import type { CommandWords } from "../../i18n/createCommandWords.ts";
import { UsageError } from "../terminal.ts";
import { type ConsentFile, consentFile } from "./consentFile.ts";

/** Where the package has the schema of such a file. */
const schemaFile = "docs/consent.schema.json";

/**
 * Reads the file that `klartext apply` is given; `-` is the standard input.
 *
 * @throws {UsageError} saying where the file is not as it has to be.
 */
export async function readConsentFile(
  file: string,
  words: CommandWords,
): Promise<ConsentFile> {
  const read = z.safeParse(consentFile, parse(await readText(file, words), file, words));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.join(".") || "format";
  throw new UsageError(words("usage.consent-file", { file, at, schema: schemaFile }));
}

async function readText(file: string, words: CommandWords): Promise<string> {
  try {
    return await readFile(file === "-" ? "/dev/stdin" : file, "utf8");
  } catch (error) {
    const code = error instanceof Error ? String(Reflect.get(error, "code")) : "";
    throw new UsageError(words("usage.file", { file, code }));
  }
}

function parse(text: string, file: string, words: CommandWords): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(words("usage.not-json", { file }));
  }
}
