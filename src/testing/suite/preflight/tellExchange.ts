import type { Exchange } from "../exchange.ts";

/** What tells who answered (RFC 9110 § 7.6.3 and § 10.2.4), and from where. */
const telling = ["Content-Type", "Location", "Server", "Via", "Age"] as const;

/** An exchange in one line, with what is remarkable in it. */
export function tellExchange(exchange: Exchange, remarkable?: string): string {
  const { request, status, headers } = exchange;
  const answered = `${request.method} ${request.url} answered ${status || "a redirect"}`;
  if (remarkable !== undefined) return `${answered} ${remarkable}`;
  const told = telling.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : `${name}: ${value}`;
  });
  return told.length > 0 ? `${answered} (${told.join("; ")})` : answered;
}
