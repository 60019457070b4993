import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreError } from "../../src/panel/index.ts";
import { fileProblem } from "./fileProblem.ts";

/** As long as that of 32 random bytes, at the least. */
const tokenPattern = /^[\w-]{43,}$/;

/** What a file of a token holds, or why it cannot be used; never what is in it. */
type TokenFile = { readonly token: string } | { readonly problem: string };

/** Reads the token of a file. */
export function readTokenFile(file: string): TokenFile {
  try {
    const token = readFileSync(file, "utf8").trim();
    if (tokenPattern.test(token)) return { token };
    return { problem: "it holds no token of 43 letters, digits, - and _ or more" };
  } catch (error) {
    return { problem: fileProblem(error as NodeJS.ErrnoException) };
  }
}

/**
 * The token of a folder, in its file `token`: mode 0600, made anew where it is missing.
 *
 * @throws {StoreError} when it cannot be made or used.
 */
export function keepToken(folder: string): string {
  const file = join(folder, "token");
  const token = randomBytes(32).toString("base64url");
  try {
    writeFileSync(file, `${token}\n`, { flag: "wx", mode: 0o600 });
    return token;
  } catch (error) {
    const problem = error as NodeJS.ErrnoException;
    if (problem.code !== "EEXIST") throw cannotBeUsed(fileProblem(problem), error);
  }
  const found = readTokenFile(file);
  if ("token" in found) return found.token;
  throw cannotBeUsed(found.problem);
}

function cannotBeUsed(problem: string, cause?: unknown): StoreError {
  return new StoreError({
    reason: "failed",
    what: "The token for programs cannot be used.",
    why: `It is the file token in the data folder: ${problem}.`,
    remedy: "Mend that, or remove the file and start again: another is made.",
    cause,
  });
}
