import { type ProblemCode, problemType } from "../../../contract/problem.ts";
import type { Exchange } from "../exchange.ts";
import { parseBody } from "../parseBody.ts";
import { type Finding, finding } from "./finding.ts";
import type { FindingKind } from "./findingWords.ts";
import { foreignAnswer, isPage, isRedirect } from "./foreignAnswer.ts";
import { formatExchange } from "./formatExchange.ts";
import { panelProblemType } from "./panelProblemType.ts";

/** Why there is no panel at this address, by what `GET /policy` answered. */
export function findNoPanel(policy: Exchange): Finding | undefined {
  const kind = whyNotReached(policy) ?? (isPolicy(policy) ? undefined : "not-the-panel");
  return kind && finding(kind, [tellAll(policy)]);
}

/** Why nothing but the policy can be read, by what `GET /purposes` answered. */
export function findNoSession(purposes: Exchange): Finding | undefined {
  const stated = (["not-signed-in", "store-unavailable"] as const).find((code) =>
    isProblem(purposes, code),
  );
  const kind =
    stated ?? whyNotReached(purposes) ?? (isPage(purposes) ? "session-over" : undefined);
  return kind && finding(kind, [tellAll(purposes)]);
}

function whyNotReached(exchange: Exchange): FindingKind | undefined {
  if (isProblem(exchange, "host-not-served")) return "host-not-served";
  if (foreignAnswer(exchange) === undefined) return undefined;
  if (isRedirect(exchange)) {
    return leadsToTheSame(exchange) ? "redirected" : "session-over";
  }
  // Some ask with 403 to sign in; and where nothing was answered before, 503 is no limit.
  switch (exchange.status) {
    case 401:
    case 403:
    case 407:
      return "session-over";
    case 429:
      return "too-many-requests";
    case 502:
    case 503:
    case 504:
      return "gateway";
    default:
      return undefined;
  }
}

/** Whether a redirect leads to the same path, as from http to https. */
function leadsToTheSame({ request, headers }: Exchange): boolean {
  const location = headers.get("Location");
  if (location === null) return true;
  const pathOf = (url: string) =>
    URL.parse(url, request.url)?.pathname.replace(/\/+$/, "");
  return pathOf(location) === pathOf(request.url);
}

/** Whether a panel answered, even one that makes mistakes. */
function isPolicy(exchange: Exchange): boolean {
  const problem = panelProblemType(exchange);
  if (problem !== undefined) return !isProblem(exchange, "not-found");
  const body = parseBody(exchange);
  const told = typeof body === "object" && body !== null ? Object.keys(body) : [];
  const members = ["contract", "revision", "texts"];
  return exchange.status === 200 && members.some((name) => told.includes(name));
}

function isProblem(exchange: Exchange, code: ProblemCode): boolean {
  return panelProblemType(exchange) === problemType(code);
}

/** With what the panel says, if it was the panel. */
function tellAll(exchange: Exchange): string {
  const told = formatExchange(exchange);
  return panelProblemType(exchange) === undefined ? told : `${told}: ${exchange.text}`;
}
