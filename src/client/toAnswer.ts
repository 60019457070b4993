import type { Answer, Given } from "./answer.ts";
import { bodyChunks } from "./bodyChunks.ts";
import { ConfigError, PanelUnreachable } from "./errors.ts";
import { foreignReason } from "./foreignReason.ts";
import { invalidFetch, kindOf } from "./invalidFetch.ts";

/**
 * Takes what a `fetch` resolved to, a `Response` of whatever realm or make, for an answer.
 *
 * @throws {ConfigError} `invalid-fetch`, saying why it is none.
 * @throws {PanelUnreachable} for `Response.error()`.
 */
export function toAnswer(given: unknown): Answer {
  try {
    if (typeof given !== "object" || given === null) {
      throw invalidFetch(`resolves to ${kindOf(given)}, which is no Response`);
    }
    return checkAnswer(given);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof PanelUnreachable) throw error;
    throw invalidFetch(`gives what cannot be read (${String(error)})`, error);
  }
}

function checkAnswer(given: Given): Answer {
  const { status, type } = given;
  if (typeof status !== "number" || !Number.isInteger(status)) {
    throw invalidFetch(`gives ${kindOf(status)} for the status`);
  }
  if (type === "error") throw new PanelUnreachable(new TypeError("Response.error()"));
  if (status < 100 && type !== "opaqueredirect") {
    throw invalidFetch(`gives the status ${status}, and no answer`);
  }
  const headers = readableHeaders(given.headers);
  const ok = status >= 200 && status < 300;
  const answer = { status, ok, type, headers, chunks: () => bodyChunks(given) };
  // A page of a gateway says by itself what it is.
  if (given.redirected === true && foreignReason(answer) !== "session-over") {
    throw invalidFetch(
      'follows redirects, and takes the headers along; hand on "redirect"',
    );
  }
  return answer;
}

/** Checks what `get` gives each time: a map tells names apart that are the same in HTTP. */
function readableHeaders(given: unknown): Answer["headers"] {
  const headers = given as Readonly<Record<"get", unknown>> | null | undefined;
  const get = (name: string): string | null => {
    if (typeof headers?.get !== "function") {
      throw invalidFetch("gives headers without a function get");
    }
    const value: unknown = headers.get(name);
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return value;
    throw invalidFetch(`gives ${kindOf(value)} for the header ${name}`);
  };
  if (get("content-type") !== get("CONTENT-TYPE")) {
    throw invalidFetch("gives headers whose names tell capital letters apart");
  }
  return { get };
}
