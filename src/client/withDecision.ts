import { type Decision, decisionTag } from "../contract/decision.ts";
import type { PurposeState } from "../contract/purposeState.ts";
import { isWithoutConsent } from "./decisionOutcome.ts";

/**
 * A purpose with the decision that the panel has answered with, where that is the newer one.
 * What moves by itself is as it was read, but for what the decision ends.
 */
export function withDecision(
  state: PurposeState,
  decision: Decision | undefined,
): PurposeState {
  if (!decision || decision.sequence <= state.decision.sequence) return state;
  const { activity } = state;
  return {
    ...state,
    decision,
    etag: decisionTag(decision.sequence),
    activity: {
      ...activity,
      effective:
        decision.status === "granted" &&
        activity.lock === null &&
        state.transport !== null,
      suspended: null,
      ...(isWithoutConsent(decision) ? { pseudonym: null, nextAt: null } : {}),
    },
  };
}
