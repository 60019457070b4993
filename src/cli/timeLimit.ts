import type { CommandWords } from "../i18n/createCommandWords.ts";
import { isTime } from "./readSeconds.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** How long a command tries a decision, or waits for a deletion, by itself, in seconds. */
const defaults = { trying: 20, waiting: 600 } as const;

/**
 * How long a command tries or waits, in seconds.
 *
 * @param given What `--max-time` says.
 * @throws {UsageError} when it is no time.
 */
export function readMaxTime(
  given: string | undefined,
  words: CommandWords,
  act: keyof typeof defaults = "trying",
): number {
  const seconds = given === undefined ? defaults[act] : Number(given);
  if (isTime(seconds)) return seconds;
  throw new UsageError(words("usage.max-time"));
}

/** What ends a command that tries or waits, from now on: the person, or the time. */
export function timeLimit(
  seconds: number,
  { signal }: Pick<Terminal, "signal">,
): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
}
