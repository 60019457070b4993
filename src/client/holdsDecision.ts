import type { Decision, DecisionRequest } from "../contract/decision.ts";

/** Whether a decision is what the request asked for. */
export function holdsDecision(decision: Decision, request: DecisionRequest): boolean {
  return (
    decision.status === request.decision &&
    decision.revision === request.revision &&
    decision.language === request.language &&
    decision.textDigest === request.textDigest &&
    (request.decision === "refused" ||
      (decision.payloadDigest === (request.payloadDigest ?? null) &&
        (request.seen === undefined || decision.seen === request.seen)))
  );
}
