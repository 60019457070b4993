import type { Exchange } from "../exchange.ts";
import type { FindingKind } from "./findingWords.ts";
import { panelProblemType } from "./panelProblemType.ts";

/**
 * What an answer is that the panel did not make: an error without a problem document of the
 * contract, a redirect, or a page. Undefined for an answer of the panel, and for a request
 * that named another host, which anything before the panel may refuse in its own words.
 */
export function foreignAnswer(exchange: Exchange): FindingKind | undefined {
  const { request, session, status } = exchange;
  if ("Host" in request.headers || panelProblemType(exchange) !== undefined)
    return undefined;
  if (isRedirect(exchange) || [401, 407].includes(status)) {
    return session === "none" ? "foreign-answer" : "session-over";
  }
  if (status < 400) return isPage(exchange) ? "foreign-answer" : undefined;
  if ([429, 503].includes(status)) return "too-many-requests";
  if ([502, 504].includes(status)) return "gateway";
  const isSafe = ["GET", "HEAD"].includes(request.method);
  return !isSafe && [403, 405, 406, 501].includes(status) ? "blocked" : "foreign-answer";
}

/** Browsers hide a redirect that is not to be followed behind the status 0. */
export function isRedirect({ status }: Exchange): boolean {
  return status === 0 || (status >= 300 && status < 400 && status !== 304);
}

/** Nothing of the API is a page. */
export function isPage({ headers }: Exchange): boolean {
  return /^text\/html\b/i.test(headers.get("Content-Type") ?? "");
}
