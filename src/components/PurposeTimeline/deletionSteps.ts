import { isBefore } from "../../client/isBefore.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { type Deletion, deletionStates } from "../../contract/purposeState.ts";
import type { Step, Timeline, TimelineFacts, TimelineLine } from "./timeline.ts";

/** The end of a consent whose data are deleted at the vendor; confirmed only as the panel says. */
export function deletionSteps(
  { purpose }: TimelineFacts,
  { state, requestedAt, confirmedAt }: Deletion,
): Timeline["steps"] {
  const { at } = purpose.decision;
  const requested: Step = { name: "requested", state: "done", at: requestedAt };
  const withdrawn: Step = { name: "withdrawn", state: "done", at };
  const [first, second] = isBefore(requestedAt, at)
    ? [requested, withdrawn]
    : [withdrawn, requested];
  const end = (): Step => {
    switch (knownOf(deletionStates, state)) {
      case "under-way":
        return { name: "deleting", state: "open", detail: "not-confirmed" };
      case "failed":
        return { name: "not-confirmed", state: "failed", detail: "failed" };
      case "confirmed":
        return { name: "deleted", state: "done", at: confirmedAt };
      default:
        return { name: "deletion", state: "unknown", detail: "quoted", quoted: state };
    }
  };
  return [first, second, end()];
}

/** Why a withdrawal is followed by no deletion: nothing identifies, or nothing was sent. */
export function noDeletion({ purpose, identification, isSettled }: TimelineFacts): Step {
  if (!isSettled) return { name: "deletion", state: "unknown", detail: "being-read" };
  const { lastSentAt, deletions } = purpose.activity;
  if (identification === "none") {
    return { name: "deletion", state: "none", detail: "anonymous" };
  }
  return lastSentAt === null || deletions.length > 0
    ? { name: "deletion", state: "none", detail: "not-needed" }
    : { name: "deletion", state: "unknown", detail: "not-told" };
}

/** What is not over, and what was asked for with the one that ended; the rest is history. */
export function otherDeletions(
  deletions: readonly Deletion[],
  ended: Deletion | undefined,
): readonly TimelineLine[] {
  return deletions
    .filter(
      (one) =>
        one !== ended &&
        (one.state !== "confirmed" || one.requestedAt === ended?.requestedAt),
    )
    .map((deletion) => ({ kind: "deletion", deletion }));
}
