import type { Exchange } from "../exchange.ts";
import { foreignAnswer } from "./foreignAnswer.ts";
import { formatExchange } from "./formatExchange.ts";
import { panelProblemType } from "./panelProblemType.ts";

/** So far clocks of machines that answer in turns may differ, in milliseconds. */
const tolerance = 3_000;

/**
 * Answers that were made for an earlier request (RFC 9111 § 5.1, RFC 9110 § 6.6.1): that say
 * so, that were dated before what had been answered already, or that tell nobody what only
 * somebody who is signed in was told.
 */
export function diagnoseAge(exchanges: readonly Exchange[]): readonly string[] {
  let newest = Number.NEGATIVE_INFINITY;
  return exchanges.flatMap((exchange, index) => {
    const age = Number(exchange.headers.get("Age") ?? 0);
    const dated = Date.parse(exchange.headers.get("Date") ?? "");
    const isOld = dated + tolerance <= newest;
    if (dated > newest) newest = dated;
    if (age > 0) return formatExchange(exchange, `with Age: ${age}`);
    if (isOld) {
      const before = new Date(newest).toUTCString();
      return formatExchange(
        exchange,
        `with Date: ${exchange.headers.get("Date")}, after an answer of ${before}`,
      );
    }
    return isReplayed(exchange, exchanges.slice(0, index), exchanges)
      ? formatExchange(exchange, "without a session, and refuses that at a fresh address")
      : [];
  });
}

function isReplayed(
  { request, session, status }: Exchange,
  before: readonly Exchange[],
  all: readonly Exchange[],
): boolean {
  if (session !== "none" || status !== 200) return false;
  const wasTold = before.some(
    (other) => other.session === "deciding" && other.request.url === request.url,
  );
  const path = new URL(request.url).pathname;
  const isRefused = all.some(
    (other) =>
      other.session === "none" &&
      new URL(other.request.url).pathname === path &&
      other.request.url !== request.url &&
      (panelProblemType(other) !== undefined || foreignAnswer(other) !== undefined),
  );
  return wasTold && isRefused;
}
