import type { CommandWords } from "../i18n/createCommandWords.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/**
 * What ends a command that tries or waits: the person, or the time.
 *
 * @param given What `--max-time` says, in seconds.
 * @param seconds What holds where it is not given.
 * @throws {UsageError} when it is no time.
 */
export function timeLimit(
  given: string | undefined,
  seconds: number,
  words: CommandWords,
  { signal }: Pick<Terminal, "signal">,
): AbortSignal {
  const limit = given === undefined ? seconds : Number(given);
  if (!(limit > 0 && limit <= longest)) throw new UsageError(words("usage.max-time"));
  return AbortSignal.any([signal, AbortSignal.timeout(limit * 1000)]);
}

/** A timer takes no more than 2³¹ − 1 milliseconds. */
const longest = 2_000_000;
