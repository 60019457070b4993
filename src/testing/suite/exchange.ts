import type { ReceivedAnswer, SentRequest } from "./contractPromise.ts";
import { BrokenPromise } from "./contractPromise.ts";

/** A request and what came back. */
export interface Exchange {
  readonly request: SentRequest;
  readonly status: number;
  readonly headers: Headers;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
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

/** The error that says what this answer should have been. */
export function broken(exchange: Exchange, expected: string): BrokenPromise {
  return new BrokenPromise(expected, exchange.request, shownAnswer(exchange));
}
