import type { Change, Snapshot } from "../store/panelStore.ts";
import { hashMachineId, isHashOf, type Machine } from "./machineIdHash.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { suspend } from "./suspend.ts";

/**
 * Suspends a purpose whose pseudonym was made for another server: this one is a copy, and
 * does not report under the original's. Asked at the start, before anything is sent, and
 * before a grant.
 *
 * A pseudonym that was made where no id was told takes the first id that is told as its own:
 * waiting for the next decision would leave a standing consent without the check for ever.
 * A suspended one waits to be decided anew; a purpose without a pseudonym has nothing of
 * another server's.
 *
 * @param machine Null where the panel is told no id: nothing is checked.
 */
export function adoptMachine(
  snapshot: Snapshot,
  machine: Machine | null,
): Change<PurposeData> {
  const data = readPurposeData(snapshot.state);
  if (!machine || data.pseudonym === null || data.suspended !== null) {
    return { result: data };
  }
  if (data.machine === null) {
    const state: PurposeData = { ...data, machine: hashMachineId(machine) };
    return { result: state, state };
  }
  return isHashOf(data.machine, machine)
    ? { result: data }
    : suspend(snapshot, "machine-changed");
}
