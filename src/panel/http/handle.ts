import type { PanelRequest } from "../panelOptions.ts";
import { isProblem, type Problem } from "../rules/problem.ts";
import { StoreError } from "../store/storeError.ts";
import { type Answer, problemAnswer, toResponse, unlessKnown } from "./answers.ts";
import { guard } from "./guard.ts";
import { openHandlers, signedInHandlers } from "./handlers.ts";
import { isOpenPath, type MatchedEndpoint, matchEndpoint } from "./matchEndpoint.ts";
import type { PanelContext } from "./panelContext.ts";

/** Answers one request once the panel is ready; of several problems the first of the contract. */
export async function handle(
  context: PanelContext,
  request: PanelRequest,
  untilReady: () => Promise<void>,
): Promise<Response> {
  const answer = await untilReady()
    .then(() => answerRequest(context, request))
    .catch((error: unknown) => failure(context, error));
  const whole = isProblem(answer) ? problemAnswer(answer) : answer;
  const isRead = request.method === "GET" || request.method === "HEAD";
  return toResponse(isRead ? unlessKnown(request.headers, whole) : whole, request.method);
}

async function answerRequest(
  context: PanelContext,
  request: PanelRequest,
): Promise<Answer | Problem> {
  const turnedDown = guard(request, context.origins());
  if (turnedDown) return turnedDown;
  const { pathname, searchParams: query } = new URL(request.url);
  const path = pathname.startsWith(`${context.basePath}/`)
    ? pathname.slice(context.basePath.length)
    : "";
  const matched = matchEndpoint(request.method, path);
  const { id } = matched ?? {};
  if (matched && (id === "getPolicy" || id === "getPolicyText")) {
    return openHandlers[id]({ context, request, query, parts: matched.parts });
  }
  if (isOpenPath(path)) return { problem: "not-found" };
  return answerSignedIn(context, request, query, matched);
}

async function answerSignedIn(
  context: PanelContext,
  request: PanelRequest,
  query: URLSearchParams,
  matched: MatchedEndpoint | undefined,
): Promise<Answer | Problem> {
  const viewer = await context.viewer(request);
  if (!viewer) return { problem: "not-signed-in" };
  if (!matched) return { problem: "not-found" };
  const { id, endpoint, parts } = matched;
  if (id === "getPolicy" || id === "getPolicyText") return { problem: "not-found" };
  if (endpoint.guard === "deciding" && !viewer.mayDecide) {
    return { problem: isKnown(context, parts) ? "not-permitted" : "not-found" };
  }
  return signedInHandlers[id]({ context, request, query, parts, viewer });
}

/** 404 comes before 403: what is not there can be permitted to nobody. */
function isKnown(
  { contract }: PanelContext,
  { purpose }: Readonly<Record<string, string>>,
): boolean {
  return purpose === undefined || contract.purposeIds.includes(purpose);
}

function failure({ report }: PanelContext, error: unknown): Answer {
  const instance = `urn:uuid:${crypto.randomUUID()}`;
  report(error, instance);
  return error instanceof StoreError
    ? problemAnswer({ problem: "store-unavailable", detail: error.advice }, instance)
    : problemAnswer({ problem: "internal-error" }, instance);
}
