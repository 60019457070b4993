import { problemType } from "../../../contract/problem.ts";
import type { Exchange } from "../exchange.ts";
import { parseBody } from "../parseBody.ts";
import { foreignAnswer, isPage } from "./foreignAnswer.ts";
import { formatExchange } from "./formatExchange.ts";
import { isChangedTag } from "./isChangedTag.ts";
import { panelProblemType } from "./panelProblemType.ts";

/** Looks for one cause in a few exchanges and tells those that show it, one a line. */
type Diagnosis = (exchanges: readonly Exchange[]) => readonly string[];

/** Tells each exchange of which there is something to tell. */
const each =
  (remark: (exchange: Exchange) => string | undefined): Diagnosis =>
  (exchanges) =>
    exchanges.flatMap((exchange) => {
      const remarkable = remark(exchange);
      return remarkable === undefined ? [] : formatExchange(exchange, remarkable);
    });

export const diagnoseTags = each(({ headers }) => {
  const tag = headers.get("ETag");
  return isChangedTag(tag) ? `with ETag: ${tag}` : undefined;
});

export const diagnoseCoding = each((exchange) => {
  const coding = exchange.headers.get("Content-Encoding");
  const isCoded = isPayload(exchange) && coding !== null;
  return isCoded ? `with Content-Encoding: ${coding}` : undefined;
});

export const diagnoseHeaders = each((exchange) => {
  if (!isRead(exchange) || "Host" in exchange.request.headers) return undefined;
  const missing = ["ETag", "Cache-Control"].filter((name) => !exchange.headers.has(name));
  return missing.length > 0 ? `without ${missing.join(", ")}` : undefined;
});

/** A panel answers its own pages alone, which need no such header. */
export const diagnoseCors = each(({ headers }) => {
  const origin = headers.get("Access-Control-Allow-Origin");
  return origin === null ? undefined : `with Access-Control-Allow-Origin: ${origin}`;
});

/** RFC 9110 § 13.1.2: what is known is not sent again. */
export const diagnoseRevalidation = each((exchange) => {
  const { request, headers } = exchange;
  const tag = headers.get("ETag");
  const isKnown = tag !== null && request.headers["If-None-Match"] === tag;
  if (!isRead(exchange) || !isKnown || isChangedTag(tag)) return undefined;
  return `to If-None-Match: ${tag}, which is its tag`;
});

export const diagnoseHost = each((exchange) => {
  const isTold = isRead(exchange) && parseBody(exchange) !== undefined;
  const { Host: host } = exchange.request.headers;
  return host !== undefined && isTold ? `to Host: ${host}` : undefined;
});

/** What is told to nobody, though it needs a session. */
export const diagnoseStrangers = each((exchange) =>
  exchange.session === "none" && isRead(exchange) ? "without a session" : undefined,
);

/** A write as a page of the panel sends it, which the panel says is none. */
export const diagnoseOrigin = each((exchange) => {
  const { Origin: origin } = exchange.request.headers;
  const isRefused = panelProblemType(exchange) === problemType("cross-site");
  return isRefused ? `to Origin: ${origin}, with ${exchange.text}` : undefined;
});

export const diagnoseLimit = tellForeign("too-many-requests");
export const diagnoseGateway = tellForeign("gateway");
export const diagnoseErrors = tellForeign("foreign-answer");
export const diagnoseSession = tellForeign("session-over");

/** Methods that something else answers, with whether the form of the others passes. */
export const diagnoseMethods: Diagnosis = (exchanges) => {
  const isBlocked = (exchange: Exchange) => foreignAnswer(exchange) === "blocked";
  const blocked = exchanges.filter(isBlocked);
  const other = exchanges.find(({ request }) => request.method === "POST");
  if (blocked.length === 0) return [];
  const form = other === undefined || isBlocked(other) ? "is blocked too" : "passes";
  return [...blocked.map((exchange) => formatExchange(exchange)), `POST ${form}`];
};

function tellForeign(kind: ReturnType<typeof foreignAnswer>): Diagnosis {
  return (exchanges) =>
    exchanges
      .filter((exchange) => foreignAnswer(exchange) === kind)
      .map((exchange) => formatExchange(exchange));
}

/** Whether this is what was asked for, as the panel tells it. */
function isRead(exchange: Exchange): boolean {
  const { request, status } = exchange;
  return request.method === "GET" && status === 200 && !isPage(exchange);
}

function isPayload({ request, status }: Exchange): boolean {
  return status === 200 && /\/purposes\/[^/]+\/payload$/.test(request.url);
}
