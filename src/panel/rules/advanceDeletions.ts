import type { Change, Snapshot } from "../store/panelStore.ts";
import { decisionEntry } from "./decisionEntry.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";

/**
 * Confirms the deletions that the vendor has answered, once the UUID is gone from this
 * panel's own files too: "deleted" is said of both.
 */
export function advanceDeletions(
  snapshot: Snapshot,
  uuid: () => string,
): Change<boolean> {
  const data = readPurposeData(snapshot.state);
  const at = snapshot.now.toISOString();
  const answered = data.deletions.filter(isAnswered);
  if (answered.length === 0) return { result: false };
  const state: PurposeData = {
    ...data,
    deletions: data.deletions.map((one) =>
      isAnswered(one) ? { ...one, confirmedAt: at } : one,
    ),
  };
  return {
    result: true,
    state,
    append: answered.map(({ grant }) =>
      decisionEntry(uuid(), { event: "deletion-confirmed", at, ended: grant }),
    ),
  };
}

function isAnswered({
  answeredAt,
  confirmedAt,
}: PurposeData["deletions"][number]): boolean {
  return answeredAt !== null && confirmedAt === null;
}
