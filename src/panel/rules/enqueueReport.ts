import type { Lock } from "../../contract/purposeState.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { holdsText, type PayloadValue, payloadBytes } from "../payloadBytes.ts";
import type { Change, Item, Snapshot } from "../store/panelStore.ts";
import { isDisclosed } from "./checkGrant.ts";
import { newItemData } from "./itemData.ts";
import { isSuperseded } from "./otherReplicas.ts";
import { type PurposeData, readPurposeData } from "./purposeData.ts";
import { nextMonthly } from "./schedule.ts";
import { sendingStatus } from "./sendingStatus.ts";
import { waitingReports } from "./waitingReports.ts";

/** The most reports of events, such as crashes, that wait at a time; later ones are dropped. */
const maxWaiting = 20;

/** What became of a report: on its way, not wanted now, or not what the policy discloses. */
export type Enqueued = "queued" | "not-now" | "undisclosed";

interface EnqueueFacts {
  readonly activity: ConsentActivity;
  readonly lock: Lock | null;
  /** The revision that this process stands for. */
  readonly revision: string;
  readonly value: PayloadValue;
  readonly uuid: () => string;
}

/**
 * Queues the report of an event. Nothing is kept without consent, under a lock, or by a process
 * with an older policy than another's.
 */
export function enqueueReport(snapshot: Snapshot, facts: EnqueueFacts): Change<Enqueued> {
  const data = readPurposeData(snapshot.state);
  if (isSuperseded(snapshot, facts.revision)) return { result: "not-now" };
  if (sendingStatus(data, facts.lock) !== "allowed") return { result: "not-now" };
  if (waitingReports(snapshot).length >= maxWaiting) return { result: "not-now" };
  const item = reportItem(data, snapshot.now, facts);
  return item ? { result: "queued", put: [item] } : { result: "undisclosed" };
}

/**
 * Queues the monthly report when it is due, in the place of one that still waits (fact S3).
 * One that is not what the policy discloses is not sent, and tried again in an hour.
 */
export function enqueueMonthly(
  snapshot: Snapshot,
  facts: EnqueueFacts & { readonly jitterMs: number },
): Change<Enqueued> {
  const data = readPurposeData(snapshot.state);
  const { schedule } = data;
  const { now } = snapshot;
  if (!schedule || !isMonthlyDue(snapshot, facts)) return { result: "not-now" };
  const item = reportItem(data, now, facts);
  if (!item) return { ...postponeMonthly(snapshot), result: "undisclosed" };
  const next = nextMonthly(new Date(schedule.grantedAt), now, facts.jitterMs);
  const state: PurposeData = {
    ...data,
    schedule: { ...schedule, nextAt: next.toISOString() },
  };
  const open = snapshot.open.map((send) => send.item);
  return {
    result: "queued",
    state,
    drop: waitingReports(snapshot)
      .map(({ id }) => id)
      .filter((id) => !open.includes(id)),
    put: [item],
  };
}

/** Whether this process has to queue the monthly report of a purpose. */
export function isMonthlyDue(
  reading: Pick<Snapshot, "state" | "standings" | "now">,
  { lock, revision }: Pick<EnqueueFacts, "lock" | "revision">,
): boolean {
  const data = readPurposeData(reading.state);
  return (
    data.schedule !== null &&
    new Date(data.schedule.nextAt) <= reading.now &&
    !isSuperseded(reading, revision) &&
    sendingStatus(data, lock) === "allowed"
  );
}

/** Looks again in an hour for what cannot be told now. */
export function postponeMonthly(snapshot: Snapshot): Change<"not-now"> {
  const data = readPurposeData(snapshot.state);
  if (!data.schedule) return { result: "not-now" };
  const nextAt = new Date(snapshot.now.getTime() + 60 * 60 * 1000).toISOString();
  return {
    result: "not-now",
    state: { ...data, schedule: { ...data.schedule, nextAt } },
  };
}

function reportItem(
  { pseudonym }: PurposeData,
  now: Date,
  { activity, value, uuid }: EnqueueFacts,
): Item | undefined {
  const bytes = payloadBytes(value, pseudonym);
  if (!isDisclosed(bytes, activity)) return undefined;
  const isPseudonymous = activity.identification === "pseudonym";
  if (isPseudonymous && (pseudonym === null || !holdsText(bytes, pseudonym))) {
    return undefined;
  }
  const data = newItemData({ kind: "report", vendor: null }, now.toISOString());
  return { id: uuid(), uuid: isPseudonymous ? pseudonym : null, data, bytes };
}
