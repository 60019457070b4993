/** A request as a proxy gets it and hands it on. */
export interface PassedRequest {
  readonly method: string;
  readonly path: string;
  /** With its question mark, or empty. */
  readonly query: string;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface PassedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** What hears a request: the panel, or a proxy before it. */
export type Hop = (request: PassedRequest) => Promise<PassedAnswer>;

/** Thrown by a hop that ends the connection without an answer. */
export class HungUp extends Error {
  override readonly name = "HungUp";
}

/** An answer with other headers: null takes one away. */
export function withHeaders(
  answer: PassedAnswer,
  changes: Readonly<Record<string, string | null>>,
): PassedAnswer {
  return { ...answer, headers: changed(answer.headers, changes) };
}

/** Headers of their own with these changes. */
export function changed(
  headers: Headers,
  changes: Readonly<Record<string, string | null>>,
): Headers {
  const result = new Headers(headers);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) result.delete(name);
    else result.set(name, value);
  }
  return result;
}
