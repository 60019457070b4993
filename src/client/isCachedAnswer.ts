import type { AnswerHead } from "./answer.ts";

/** A moment of an answer: what it says of itself, and when it had come, in milliseconds. */
export interface Received {
  readonly date: string | null;
  readonly at: number;
}

/** `Date` tells whole seconds. */
const tolerance = 3_000;

/**
 * Whether something on the way kept an answer and gave it again: `Age` says so by itself
 * (RFC 9111 § 5.1), and a `Date` (RFC 9110 § 6.6.1) that one had which came well before this
 * one was asked for. Only sameness counts: a clock may be wrong, or be put right.
 */
export function isCachedAnswer(
  headers: AnswerHead["headers"],
  askedAt: number,
  before: Received | undefined,
): boolean {
  // One that came twice is read as a list.
  if (Number.parseInt(headers.get("Age") ?? "0", 10) > 0) return true;
  const date = headers.get("Date");
  return date !== null && date === before?.date && askedAt - before.at > tolerance;
}
