import { decisionTag } from "../../contract/decision.ts";
import type { Viewer } from "../../contract/purposeState.ts";
import { type Act, applyAct, nextStatus } from "./applyAct.ts";
import { digestNow } from "./digestNow.ts";
import { firstProblem, jsonAnswer, problemAnswer } from "./fakeAnswer.ts";
import { currentPayload, payloadBytes } from "./fakePayload.ts";
import { type FakeState, type Outside, purposeOf } from "./fakeState.ts";
import { readDecisionRequest } from "./readDecisionRequest.ts";
import type { FakeRequest } from "./readRequest.ts";
import type { Turn } from "./turn.ts";

/** `GET`, `PUT` and `DELETE` of a decision. */
export function answerDecision(
  state: FakeState,
  request: FakeRequest,
  id: string,
  viewer: Viewer,
  outside: Outside,
): Turn {
  const refused = (code: Parameters<typeof problemAnswer>[0]) => ({
    state,
    answer: problemAnswer(code),
  });
  if (!state.contract.purposeIds.includes(id)) return refused("not-found");
  switch (request.method) {
    case "GET":
    case "HEAD":
      return decisionTurn(state, id);
    case "DELETE":
      if (!viewer.mayDecide) return refused("not-permitted");
      return withdraw(state, id, viewer, outside);
    case "PUT":
      return put(state, request, id, viewer, outside);
    default:
      return refused("not-found");
  }
}

function decisionTurn(state: FakeState, id: string, status = 200): Turn {
  const { decision } = purposeOf(state, id);
  return { state, answer: jsonAnswer(decision, decisionTag(decision.sequence), status) };
}

function withdraw(state: FakeState, id: string, by: Viewer, outside: Outside): Turn {
  const after = applyAct(state, id, { type: "withdraw", by }, outside);
  const open = purposeOf(after, id).deletions.some((one) => one.state !== "confirmed");
  return decisionTurn(after, id, open ? 202 : 200);
}

/** Looks for every problem at once; the contract's order says which one is answered. */
function put(
  state: FakeState,
  request: FakeRequest,
  id: string,
  viewer: Viewer,
  outside: Outside,
): Turn {
  const purpose = purposeOf(state, id);
  const body = readDecisionRequest(request, state.contract.decisionRequest);
  const seen = body.request;
  const grant = seen?.decision === "granted" ? seen : undefined;
  const ifMatch = request.headers.get("If-Match");
  const payload = currentPayload(purpose);
  const bytes = payload && payloadBytes(payload, purpose.pseudonym);
  const current =
    seen?.revision === state.contract.policy.revision.id &&
    seen.textDigest === state.texts[seen.language].digest;

  const problem = firstProblem([
    !viewer.mayDecide && "not-permitted",
    grant && purpose.lock !== null && "locked",
    body.problem,
    ifMatch === null && "precondition-required",
    ifMatch !== decisionTag(purpose.decision.sequence) && "decision-changed",
    grant && !current && "policy-changed",
    grant && bytes && digestNow(bytes) !== grant.payloadDigest && "payload-changed",
    grant && !bytes && "not-available-here",
    seen?.decision === "refused" &&
      nextStatus(purpose, "refuse") === "withdraw-instead" &&
      "withdraw-instead",
  ]);
  if (problem || !seen) {
    return { state, answer: problemAnswer(problem ?? "malformed-body") };
  }
  const act: Act =
    seen.decision === "granted"
      ? { type: "grant", by: viewer, seen, bytes: bytes ?? new Uint8Array() }
      : { type: "refuse", by: viewer, seen };
  return decisionTurn(applyAct(state, id, act, outside), id);
}
