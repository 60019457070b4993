import type { CommandWords } from "../i18n/createCommandWords.ts";
import { digestText, parseReprDigest } from "../payload/digest.ts";
import { type Language, languages, type Policy, policyText } from "../policy/index.ts";
import { UsageError } from "./terminal.ts";

/** The digests of what was seen, in one notation. */
export interface SeenDigests {
  readonly text: string;
  readonly payload: string;
}

/**
 * The digests that were named; undefined where none was, and "partly" where one alone was.
 *
 * @throws {UsageError} for what is no digest.
 */
export function readSeenDigests(
  text: string | undefined,
  payload: string | undefined,
  words: CommandWords,
): SeenDigests | "partly" | undefined {
  const read = (option: string, given: string | undefined) =>
    given === undefined ? undefined : readDigest(option, given, words);
  const seen = { text: read("--text", text), payload: read("--payload", payload) };
  if (seen.text === undefined && seen.payload === undefined) return undefined;
  return seen.text !== undefined && seen.payload !== undefined
    ? { text: seen.text, payload: seen.payload }
    : "partly";
}

/** The language of the text that was seen, whatever the command speaks. */
export async function languageOfText(
  digest: string,
  policy: Policy,
): Promise<Language | undefined> {
  for (const language of languages) {
    if ((await digestText(policyText(policy, language))) === digest) return language;
  }
  return undefined;
}

/** As `klartext show` prints it, or as `Repr-Digest` has it (RFC 9530 § 3). */
function readDigest(option: string, given: string, words: CommandWords): string {
  const digest = parseReprDigest(given) ?? parseReprDigest(`sha-256=:${given}:`);
  if (digest !== undefined) return digest;
  throw new UsageError(words("usage.digest", { option }));
}
