import type { Suspension } from "../../contract/purposeState.ts";
import type { Change, Snapshot } from "../store/panelStore.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { waitingReports } from "./waitingReports.ts";

/**
 * Holds back every report of a purpose whose consent stands, until it is decided anew.
 * Nobody decides this, so the decision and its sequence stay as they are.
 * Erasures that are owed go on.
 */
export function suspend(snapshot: Snapshot, why: Suspension): Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  const { status } = data.decision;
  if ((status !== "granted" && status !== "outdated") || data.suspended !== null) {
    return { result: data };
  }
  // Nobody knows what was sent after the backup was made, so the vendor is asked to erase.
  const mayHold = why === "store-restored" && data.pseudonym !== null;
  const attempted = mayHold && data.attempted.length === 0 ? [null] : data.attempted;
  const result: PurposeData = { ...data, attempted, suspended: why };
  return {
    result,
    state: result,
    drop: waitingReports(snapshot).map(({ id }) => id),
  };
}
