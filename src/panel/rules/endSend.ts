import type { SignedAnswer } from "../../signature/index.ts";
import type { Change, Entry, OpenSend, Snapshot } from "../store/panelStore.ts";
import { type AttemptEnd, attemptEntry } from "./entrySchemas.ts";
import { type ItemData, readItemData } from "./itemData.ts";
import { type DeletionData, type PurposeData, readPurposeData } from "./purposeData.ts";
import { backoff } from "./schedule.ts";
import { waitingReports } from "./waitingReports.ts";

/** How an attempt ended, and what an erasure's answer says. */
export type SendResult = Omit<AttemptEnd, "at"> & {
  /** How many reports the vendor says it deleted, if it answered for this very UUID. */
  readonly erased?: number | undefined;
  /** What an erasure's answer was signed with. */
  readonly signed?: SignedAnswer | undefined;
};

interface EndFacts {
  /** The entry that began the send. */
  readonly entry: string;
  readonly result: SendResult;
  readonly uuid: () => string;
  /** From 0 to less than 1: by chance a server waits longer than another. */
  readonly random: number;
}

/**
 * Appends how an attempt ended, and says what becomes of its item. One whose end nobody
 * saw is tried again: at least once, and said so. A send that has ended already stays so.
 */
export function endSend(snapshot: Snapshot, facts: EndFacts): Change<boolean> {
  const send = snapshot.open.find(({ entry }) => entry.id === facts.entry);
  if (!send) return { result: false };
  const data = readPurposeData(snapshot.state);
  const { at: begunAt, kind } = attemptEntry.parse(send.entry.data);
  const { erased, signed: _signed, ...result } = facts.result;
  const refusedErasure =
    kind === "erasure" && result.outcome === "accepted" && erased === undefined;
  const end: AttemptEnd = {
    at: snapshot.now.toISOString(),
    ...result,
    outcome: refusedErasure ? "rejected" : result.outcome,
  };
  const noted: PurposeData = {
    ...data,
    lastAttempt: foundNothing(end) ? data.lastAttempt : { at: begunAt, tls: end.tls },
    lastSentAt:
      kind === "report" && end.outcome === "accepted" ? begunAt : data.lastSentAt,
  };
  const ended: Pick<Change<boolean>, "result" | "append" | "end"> = {
    result: true,
    append: [endEntry(facts.uuid(), send, end)],
    end: [send.entry.id],
  };
  const follow = kind === "report" ? afterReport : afterErasure;
  return { ...ended, state: noted, ...follow(snapshot, noted, send, end, facts) };
}

/** Nobody knows what TLS would have found, where nobody saw it, or nothing was reached yet. */
function foundNothing({ outcome, tls }: AttemptEnd): boolean {
  const isStopped = outcome === "aborted" && tls === "not-reached";
  return outcome === "interrupted" || isStopped;
}

type Followed = Pick<Change<boolean>, "state" | "put" | "drop" | "forget">;

function afterReport(
  snapshot: Snapshot,
  data: PurposeData,
  { item: id }: OpenSend,
  { outcome, status }: AttemptEnd,
  facts: EndFacts,
): Followed {
  const item = snapshot.items.find((one) => one.id === id);
  if (!item) return {};
  const before = readItemData(item.data);
  const again = (waitMs: number) => ({
    put: [{ ...item, data: triedAgain(before, snapshot.now, waitMs) }],
  });
  if (outcome === "accepted") return { drop: [id] };
  if (outcome === "aborted" || outcome === "interrupted") return again(0);
  if (isTransient(status)) return again(backoff(before.attempts, facts.random));
  if (status === 410 && item.uuid !== null) {
    return {
      state: { ...data, suspended: "refused-by-vendor" },
      drop: waitingReports(snapshot).map((one) => one.id),
    };
  }
  return { drop: [id] };
}

function afterErasure(
  snapshot: Snapshot,
  data: PurposeData,
  { item: id }: OpenSend,
  { at, outcome, signature }: AttemptEnd,
  { result, random }: EndFacts,
): Followed {
  const item = snapshot.items.find((one) => one.id === id);
  if (!item) return {};
  const withDeletion = (
    change: (deletion: DeletionData) => DeletionData,
  ): PurposeData => ({
    ...data,
    deletions: data.deletions.map((one) => (one.id === id ? change(one) : one)),
  });
  if (outcome === "accepted") {
    return {
      state: withDeletion((deletion) => ({
        ...deletion,
        ...{ attempts: deletion.attempts + 1, nextAttemptAt: null, answeredAt: at },
        ...{ deleted: result.erased ?? 0, signature },
        ...withoutUuid(result.signed, item.uuid),
      })),
      drop: [id],
      forget: item.uuid === null ? [] : [item.uuid],
    };
  }
  const before = readItemData(item.data);
  const unseen = outcome === "aborted" || outcome === "interrupted";
  const after = triedAgain(
    before,
    snapshot.now,
    unseen ? 0 : backoff(before.attempts, random),
  );
  return {
    state: withDeletion((deletion) => ({
      ...deletion,
      attempts: deletion.attempts + (unseen ? 0 : 1),
      nextAttemptAt: after.nextAttemptAt,
    })),
    put: [{ ...item, data: after }],
  };
}

/** What is kept outlives the UUID, which no vendor has a reason to repeat. */
function withoutUuid(
  signed: SignedAnswer | undefined,
  uuid: string | null,
): Pick<DeletionData, "signed"> {
  const holdsIt = uuid !== null && `${signed?.body}${signed?.base}`.includes(uuid);
  return signed && !holdsIt ? { signed } : {};
}

function triedAgain(data: ItemData, now: Date, waitMs: number): ItemData {
  return { ...data, nextAttemptAt: new Date(now.getTime() + waitMs).toISOString() };
}

function endEntry(id: string, { entry }: OpenSend, data: AttemptEnd): Entry {
  return { id, log: "transmission", ends: entry.id, data };
}

/** HTTP statuses after which a report is tried again (RFC 9110 § 15, RFC 6585 § 4). */
function isTransient(status: number | null): boolean {
  return status === null || status === 408 || status === 429 || status >= 500;
}
