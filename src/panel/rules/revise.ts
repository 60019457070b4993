import { transitions } from "../../contract/transitions.ts";
import type { Policy } from "../../policy/policy.ts";
import { coversRevision } from "../../policy/revisions.ts";
import type { Change, Snapshot } from "../store/panelStore.ts";
import { newDecisionEntry } from "./newDecisionEntry.ts";
import { isSuperseded } from "./otherReplicas.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { waitingReports } from "./waitingReports.ts";

/**
 * Makes a grant outdated that a later, material revision does not cover: reports stop, and
 * what waits is dropped. UUID and schedule stay for a grant that follows. A process whose
 * policy is older than another's leaves it alone.
 */
export function revise(
  snapshot: Snapshot,
  policy: Policy,
  uuid: () => string,
  revision = policy.revision.id,
): Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  const { decision } = data;
  const status = transitions[decision.status].revise;
  if (isSuperseded(snapshot, policy.revision.id)) return { result: data };
  const isCovered =
    decision.revision !== null && coversRevision(decision.revision, policy);
  if (isCovered || status === decision.status || status === "withdraw-instead") {
    return { result: data };
  }
  const result: PurposeData = {
    ...data,
    decision: { ...decision, status, sequence: decision.sequence + 1 },
  };
  const at = snapshot.now.toISOString();
  return {
    result,
    state: result,
    append: [newDecisionEntry(uuid(), { event: "outdated", at, revision })],
    drop: waitingReports(snapshot).map(({ id }) => id),
  };
}
