import type { SuiteContext } from "../suiteContext.ts";
import { type PanelSnapshot, readSnapshot } from "./panelSnapshot.ts";

/** How long a course may wait for reports and deletions in all, in milliseconds. */
interface Patience {
  left: number;
}

/**
 * The state once what an act set going has ended: a report is sent, a deletion confirmed. A
 * panel whose vendor does not answer is looked at as it stands.
 */
export async function waitUntilSettled(
  context: SuiteContext,
  purpose: string,
  does: string,
  first: PanelSnapshot,
  patience: Patience,
): Promise<PanelSnapshot> {
  const began = performance.now();
  const end = began + patience.left;
  let state = first;
  while (isMoving(state, purpose, does) && performance.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    state = await readSnapshot(context);
  }
  patience.left -= performance.now() - began;
  return state;
}

function isMoving(
  { purposes, log }: PanelSnapshot,
  purpose: string,
  does: string,
): boolean {
  const { activity, transport, decision } = purposes.value?.purposes[purpose] ?? {};
  if (!activity || !transport) return false;
  const attempts = log.value?.entries.filter((one) => one.purpose === purpose) ?? [];
  const hasFailed = attempts[0]?.nextAttemptAt != null;
  if (hasFailed) return false;
  const isDue = activity.nextAt !== null && Date.parse(activity.nextAt) <= Date.now();
  const isSending = does === "grant" && decision?.status === "granted" && isDue;
  const isDeleting = activity.deletions.some(({ state }) => state === "under-way");
  return isSending || isDeleting || activity.openSends > 0;
}
