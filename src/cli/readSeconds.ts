import { UsageError } from "./terminal.ts";

/**
 * A time that an option says in seconds, in milliseconds.
 *
 * @throws {UsageError} when it is no time.
 */
export function readSeconds(option: string, text: string): number {
  const seconds = Number(text);
  if (seconds > 0) return seconds * 1000;
  throw new UsageError(`--${option} takes seconds, such as 600; it cannot be "${text}".`);
}
