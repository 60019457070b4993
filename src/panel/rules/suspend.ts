import type { Suspension } from "../../contract/purposeState.ts";
import type { Change, Snapshot } from "../store/panelStore.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { waitingReports } from "./waitingReports.ts";

/**
 * Holds back every report of a purpose whose consent stands, until it is decided anew.
 * Erasures that are owed go on.
 */
export function suspend(snapshot: Snapshot, why: Suspension): Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  const { status, sequence } = data.decision;
  if ((status !== "granted" && status !== "outdated") || data.suspended !== null) {
    return { result: data };
  }
  const result: PurposeData = {
    ...data,
    decision: { ...data.decision, sequence: sequence + 1 },
    suspended: why,
  };
  return {
    result,
    state: result,
    drop: waitingReports(snapshot).map(({ id }) => id),
  };
}
