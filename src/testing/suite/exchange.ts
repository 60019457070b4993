import type { ReceivedAnswer, SentRequest } from "./ruleResult.ts";
import { RuleViolation } from "./ruleViolation.ts";

/** Somebody who may decide, somebody who may look and not decide, or nobody. */
export type Session = "deciding" | "read-only" | "none";

/** A request and what came back. */
export interface Exchange {
  readonly request: SentRequest;
  /** Whose session was sent. */
  readonly session: Session;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  /** How long it took, in milliseconds. */
  readonly took: number;
}

/** As much of an answer's body as a report shows, in characters. */
const shownBody = 2_000;

/** The answer as a report shows it; cookies are left out. */
export function shownAnswer({ status, headers, text }: Exchange): ReceivedAnswer {
  const shown = [...headers].filter(([name]) => name !== "set-cookie");
  const body =
    text.length > shownBody
      ? `${text.slice(0, shownBody)}… (${text.length} characters)`
      : text;
  return { status, headers: Object.fromEntries(shown), body };
}

/** The error that says what this answer should have been, or one of its headers. */
export function broken(
  exchange: Exchange,
  expected: string,
  header?: string,
): RuleViolation {
  const { request } = exchange;
  const broke = { exchange, ...(header === undefined ? {} : { header }) };
  return new RuleViolation(expected, request, shownAnswer(exchange), broke);
}
