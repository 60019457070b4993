import { readPurposeData } from "../panel/rules/purposeData.ts";
import { sendingStatus } from "../panel/rules/sendingStatus.ts";
import type { StoreReading } from "../panel/store/panelStore.ts";
import { plannedSends } from "./plannedSends.ts";
import type { SenderContext } from "./senderContext.ts";

/** How many milliseconds until something falls due, and at most `maxMs`. */
export function nextWait(
  reading: StoreReading,
  context: SenderContext,
  maxMs: number,
): number {
  const { now, purposes } = reading;
  const { activities, lockOf } = context;
  const monthly = activities.flatMap(({ id }) => {
    const data = readPurposeData(purposes[id]?.state ?? null);
    const isAllowed = sendingStatus(data, lockOf(id, reading)) === "allowed";
    return isAllowed && data.schedule ? [new Date(data.schedule.nextAt)] : [];
  });
  const times = [...monthly, ...plannedSends(reading, context).map(({ at }) => at)];
  const waits = times.map((at) => Math.max(0, at.getTime() - now.getTime()));
  return Math.min(maxMs, ...waits);
}
