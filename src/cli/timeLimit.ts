import type { CommandWords } from "../i18n/createCommandWords.ts";
import { longestSeconds } from "./readSeconds.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/**
 * How long a command tries or waits, in seconds.
 *
 * @param given What `--max-time` says.
 * @param byItself What holds where it is not given.
 * @throws {UsageError} when it is no time.
 */
export function readMaxTime(
  given: string | undefined,
  byItself: number,
  words: CommandWords,
): number {
  const seconds = given === undefined ? byItself : Number(given);
  if (seconds > 0 && seconds <= longestSeconds) return seconds;
  throw new UsageError(words("usage.max-time"));
}

/** What ends a command that tries or waits, from now on: the person, or the time. */
export function timeLimit(
  seconds: number,
  { signal }: Pick<Terminal, "signal">,
): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
}
