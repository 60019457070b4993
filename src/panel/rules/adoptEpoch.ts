import type { Change, Snapshot } from "../store/panelStore.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { suspend } from "./suspend.ts";

/**
 * Suspends a purpose that was decided in another epoch of the store: a backup was restored,
 * and nobody knows what was decided after it was made. Asked before anything is sent.
 */
export function adoptEpoch(snapshot: Snapshot): Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  const { epoch } = snapshot.store;
  if (snapshot.state === null || data.epoch === epoch) return { result: data };
  const change: Change<PurposeData> =
    data.epoch === null ? { result: data } : suspend(snapshot, "store-restored");
  const state: PurposeData = { ...change.result, epoch };
  return { ...change, result: state, state };
}
