import type { Change, Snapshot } from "../store/panelStore.ts";
import { readItemData } from "./itemData.ts";
import { readPurposeData } from "./purposeData.ts";
import { maxWaitMs, nextMonthly } from "./schedule.ts";

/** A month, and the chance by which servers spread. */
const maxMonthMs = 32 * 24 * 60 * 60 * 1000;

/**
 * Puts right what was planned while the clock was ahead: nothing waits longer than its own
 * interval from now.
 */
export function correctClockSkew(snapshot: Snapshot): Change<boolean> {
  const { now, items } = snapshot;
  const data = readPurposeData(snapshot.state);
  const late = (at: string, byMs: number) =>
    new Date(at).getTime() > now.getTime() + byMs;
  const put = items.flatMap((item) => {
    const planned = readItemData(item.data);
    if (!late(planned.nextAttemptAt, maxWaitMs)) return [];
    return [{ ...item, data: { ...planned, nextAttemptAt: now.toISOString() } }];
  });
  const soon = new Map(put.map(({ id, data: { nextAttemptAt } }) => [id, nextAttemptAt]));
  const deletions = data.deletions.map((one) => ({
    ...one,
    nextAttemptAt: one.nextAttemptAt && (soon.get(one.id) ?? one.nextAttemptAt),
  }));
  const { schedule } = data;
  if (!schedule || !late(schedule.nextAt, maxMonthMs)) {
    if (put.length === 0) return { result: false };
    return { result: true, put, state: { ...data, deletions } };
  }
  const granted = new Date(
    Math.min(new Date(schedule.grantedAt).getTime(), now.getTime()),
  );
  const grantedAt = granted.toISOString();
  const nextAt = nextMonthly(granted, now, 0).toISOString();
  const state = { ...data, deletions, schedule: { grantedAt, nextAt } };
  return { result: true, put, state };
}
