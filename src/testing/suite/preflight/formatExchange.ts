import type { Exchange } from "../exchange.ts";

/** What tells who answered (RFC 9110 § 7.6.3 and § 10.2.4). */
const authors = ["Server", "Via"];

/** What tells the kind of an answer. */
const telling = ["Content-Type", "Location", "Age", ...authors];

/** An exchange in one line, with what is remarkable in it. */
export function formatExchange(exchange: Exchange, remarkable?: string): string {
  const { request, status, headers } = exchange;
  const answered = `${request.method} ${request.url} answered ${status || "a redirect"}`;
  const what = remarkable === undefined ? answered : `${answered} ${remarkable}`;
  const told = (remarkable === undefined ? telling : authors).flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : `${name}: ${value}`;
  });
  return told.length > 0 ? `${what} (${told.join("; ")})` : what;
}
