import { beginSend } from "../../panel/rules/beginSend.ts";
import { type ItemData, readItemData } from "../../panel/rules/itemData.ts";
import { readPurposeData } from "../../panel/rules/purposeData.ts";
import { requestDeletions } from "../../panel/rules/requestDeletions.ts";
import type { Snapshot } from "../../panel/store/panelStore.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { before, snapshotIn, waitingReport } from "./purposeStates.ts";

export type SentKind = ItemData["kind"];

/** A purpose with something to send; beside a report another one waits. */
export function snapshotToSend(kind: SentKind, activity: ConsentActivity): Snapshot {
  const status = kind === "report" ? "granted" : "withdrawn";
  const snapshot = snapshotIn({ status, attempted: false, suspended: null }, activity);
  const data = dataOf(snapshot);
  if (kind === "report")
    return { ...snapshot, items: [id, other].map((one) => waitingReport(data, one)) };
  const { pseudonym, consent: grant, vendor } = before;
  const was = { ...data, pseudonym, grant, attempted: [vendor] };
  const asked = requestDeletions(was, new Date(before.at), () => id);
  const state = { ...data, deletions: [...asked.deletions] };
  const items = asked.items.map((item) => ({
    ...item,
    data: { ...readItemData(item.data), attempts: before.attempts },
  }));
  return { ...snapshot, state, items };
}

function dataOf({ state }: Snapshot) {
  return readPurposeData(state);
}

const id = before.item;
const other = "44444444-4444-4444-8444-444444444444";

/** Begins the send of what waits. */
export function begun(snapshot: Snapshot, uuid: () => string) {
  return beginSend(snapshot, {
    ...{ purpose: "purpose", item: before.item, lock: null, vendor: before.vendor, uuid },
    revision: "present",
    urlOf: () => "https://vendor.example/$path",
  });
}

/** The snapshot while the send is open. */
export function openSnapshot(kind: SentKind, activity: ConsentActivity): Snapshot {
  const snapshot = snapshotToSend(kind, activity);
  const { state, put = [], begin } = begun({ ...snapshot, now: begunAt }, () => entryId);
  if (!begin) throw new RangeError(`Nothing of ${activity.id} can be sent.`);
  const { entry, item, lane } = begin;
  const stored = {
    ...{ number: 1, id: entry.id, log: entry.log, purpose: "purpose", by: null },
    ...{ data: entry.data, bytes: entry.bytes ?? null, end: null, link: null },
  };
  return {
    ...snapshot,
    state: state ?? snapshot.state,
    items: snapshot.items.map((item) => put.find(({ id }) => id === item.id) ?? item),
    open: [{ entry: stored, item, lane, since: begunAt, ownerLives: true }],
  };
}

/** When the attempt was begun that is open. */
export const begunAt = new Date("2026-01-15T09:29:00.000Z");
/** Of the attempt that is open. */
export const entryId = "33333333-3333-4333-8333-333333333333";
