import type { CommandWords } from "../i18n/createCommandWords.ts";
import { readTextFile } from "./readTextFile.ts";
import { UsageError } from "./terminal.ts";

/**
 * The token in a file, one line of characters that a header can carry (RFC 6750 § 2.1).
 *
 * @throws {UsageError} naming the file and never what is in it.
 */
export async function readTokenFile(file: string, words: CommandWords): Promise<string> {
  const token = (await readTextFile(file, words)).trim();
  if (/^[\w.~+/-]+=*$/.test(token)) return token;
  throw new UsageError(words("usage.token-file", { file }));
}

/**
 * The headers in a file, `Name: value` in each line; empty lines and those that begin with
 * `#` are left out.
 *
 * @throws {UsageError} naming the file and the line, and never what is in it.
 */
export async function readHeaderFile(
  file: string,
  words: CommandWords,
): Promise<Readonly<Record<string, string>>> {
  const headers = new Headers();
  for (const [index, line] of (await readTextFile(file, words))
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(#|$)/.test(line)) continue;
    const colon = line.indexOf(":");
    try {
      if (colon < 1) throw new TypeError("there is no colon");
      headers.append(line.slice(0, colon), line.slice(colon + 1).trim());
    } catch {
      throw new UsageError(words("usage.header-file", { file, line: index + 1 }));
    }
  }
  return Object.fromEntries(headers);
}
