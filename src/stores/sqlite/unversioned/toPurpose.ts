import { itemData } from "../../../panel/rules/itemData.ts";
import { type PurposeData, purposeData } from "../../../panel/rules/purposeData.ts";
import type { DecisionRow, ItemRow, PurposeRow, Unversioned } from "./rows.ts";

/** A purpose as version 1 keeps it, but for the items and sends. */
interface AdoptedPurpose {
  readonly state: PurposeData;
  /** The entry of who made the present decision. */
  readonly decidedBy: string | null;
}

export function toPurpose(
  row: PurposeRow,
  all: Unversioned,
  epoch: string,
): AdoptedPurpose {
  const decisions = all.decisions.filter(({ purpose }) => purpose === row.id);
  const transmissions = all.transmissions.filter(({ purpose }) => purpose === row.id);
  const calendar = all.calendar.find(({ purpose }) => purpose === row.id);
  const sent = transmissions.findLast(
    ({ kind, outcome }) => kind === "report" && outcome === "accepted",
  );
  const tried = transmissions.findLast(({ tls }) => tls !== null);
  const stands = row.status === "granted" || row.status === "outdated";
  const state = purposeData.parse({
    decision: {
      ...{ status: row.status, sequence: row.sequence, at: row.at },
      ...{ revision: row.revision, language: row.language },
      ...{ textDigest: row.text_digest, payloadDigest: row.payload_digest },
      ...{ via: null, seen: null },
    },
    grant: stands ? grantBefore(decisions, row.id) : null,
    pseudonym: row.pseudonym,
    attempted: transmissions.some(
      ({ pseudonym }) => pseudonym !== null && pseudonym === row.pseudonym,
    )
      ? [null]
      : [],
    suspended: null,
    epoch,
    schedule: calendar
      ? { grantedAt: calendar.granted_at, nextAt: calendar.next_at }
      : null,
    lastSentAt: sent?.at ?? null,
    lastAttempt: tried ? { at: tried.at, tls: tried.tls } : null,
    deletions: toDeletions(row.id, decisions, all),
  });
  const decided = decisions.findLast(({ by_id }) => by_id !== null);
  return { state, decidedBy: row.by_id === null ? null : (decided?.id ?? null) };
}

/** The newest grant of a purpose that is older than an entry of the history. */
export function grantBefore(
  decisions: readonly DecisionRow[],
  purpose: string,
  before = Number.POSITIVE_INFINITY,
): string | null {
  const grant = decisions.findLast(
    (entry) =>
      entry.purpose === purpose && entry.event === "granted" && entry.number < before,
  );
  return grant?.id ?? null;
}

/** The nth erasure of a purpose was queued by its nth request; newest first. */
function toDeletions(
  purpose: string,
  decisions: readonly DecisionRow[],
  { items, transmissions }: Unversioned,
) {
  const requests = decisions.filter(({ event }) => event === "deletion-requested");
  return items
    .filter((item) => item.purpose === purpose && item.kind === "erasure")
    .map((item, index) => {
      const isOpen = transmissions.some(
        (one) => one.item === item.id && one.outcome === "pending",
      );
      return {
        ...{ id: item.id, requestedAt: item.queued_at, signature: null },
        grant: grantBefore(decisions, purpose, requests[index]?.number ?? 0),
        attempts: item.attempts - (isOpen ? 1 : 0),
        nextAttemptAt: item.next_attempt_at,
        ...{ answeredAt: item.confirmed_at, confirmedAt: item.confirmed_at },
        deleted: item.deleted,
      };
    })
    .toReversed();
}

/** What the core keeps of an item. One that was being tried when all ended is due. */
export function toItemData(item: ItemRow, { transmissions }: Unversioned) {
  return itemData.parse({
    kind: item.kind,
    queuedAt: item.queued_at,
    attempts: item.attempts,
    nextAttemptAt: item.next_attempt_at ?? item.queued_at,
    lastAttempt: transmissions.findLast((one) => one.item === item.id)?.id ?? null,
    vendor: null,
  });
}
