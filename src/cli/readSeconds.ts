import { UsageError } from "./terminal.ts";

/** A timer takes no more than 2³¹ − 1 milliseconds. */
const maxSeconds = 2_000_000;

/** Whether a command can wait for so many seconds. */
export function isTime(seconds: number): boolean {
  return seconds > 0 && seconds <= maxSeconds;
}

/**
 * A time that an option says in seconds, in milliseconds.
 *
 * @throws {UsageError} when it is no time, or a longer one than a timer takes.
 */
export function readSeconds(option: string, text: string): number {
  const seconds = Number(text);
  if (isTime(seconds)) return seconds * 1000;
  throw new UsageError(
    `--${option} takes seconds, such as 600, and ${maxSeconds} at most; it cannot be "${text}".`,
  );
}
