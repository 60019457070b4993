/** Somebody who may decide, somebody who may look and not decide, or nobody. */
export type Session = "deciding" | "read-only" | "none";

/** A request as a report shows it: what identifies the session is left out. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  /** Whose session was sent. */
  readonly session: Session;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

export interface ReceivedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

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

/** The panel answered as the contract does not allow, or not at all. */
export class RuleViolation extends Error {
  override readonly name = "RuleViolation";
  readonly request: SentRequest | null;
  readonly answer: ReceivedAnswer | null;
  /** The answer as it came. */
  readonly exchange: Exchange | undefined;
  /** The header on which the rule broke. */
  readonly header: string | undefined;

  constructor(
    expected: string,
    request: SentRequest | null = null,
    answer: ReceivedAnswer | null = null,
    broke: { readonly exchange?: Exchange; readonly header?: string } = {},
  ) {
    super(expected);
    this.request = request;
    this.answer = answer;
    this.exchange = broke.exchange;
    this.header = broke.header;
  }
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
