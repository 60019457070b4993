import * as z from "zod/mini";
import type { CommandWords } from "../../i18n/createCommandWords.ts";
import { readTextFile } from "../readTextFile.ts";
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
  const read = z.safeParse(
    consentFile,
    parse(await readTextFile(file, words), file, words),
  );
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const at = issue?.path.join(".") || "format";
  throw new UsageError(words("usage.consent-file", { file, at, schema: schemaFile }));
}

function parse(text: string, file: string, words: CommandWords): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(words("usage.not-json", { file }));
  }
}
