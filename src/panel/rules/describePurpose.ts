import type { Decision } from "../../contract/decision.ts";
import { decisionTag } from "../../contract/decision.ts";
import type { Deletion, Lock, PurposeState } from "../../contract/purposeState.ts";
import type { Transport } from "../../contract/transport.ts";
import type { Name, OpenSend, PurposeReading } from "../store/panelStore.ts";
import { attemptEntry } from "./entrySchemas.ts";
import { readItemData } from "./itemData.ts";
import { type DeletionData, type PurposeData, readPurposeData } from "./purposeData.ts";
import { sendingStatus } from "./sendingStatus.ts";
import { waitingReports } from "./waitingReports.ts";

/** Where and how reports are sent; null in a panel that cannot send. */
type Way = Omit<Transport, "lastAttempt"> | null;

export interface DescribeFacts {
  readonly lock: Lock | null;
  readonly transport: Way;
  readonly resultsUrl: string | null;
}

/** What `GET /purposes` tells of one purpose. */
export function describePurpose(
  reading: PurposeReading,
  { lock, transport, resultsUrl }: DescribeFacts,
): PurposeState {
  const data = readPurposeData(reading.state);
  const isEffective = transport !== null && sendingStatus(data, lock) === "allowed";
  return {
    decision: describeDecision(data, reading.by),
    etag: decisionTag(data.decision.sequence),
    activity: {
      effective: isEffective,
      suspended: data.suspended,
      pseudonym: data.pseudonym,
      lastSentAt: data.lastSentAt,
      nextAt: isEffective ? nextAt(reading, data) : null,
      deletions: data.deletions.map((one) => describeDeletion(one, reading, transport)),
      openSends: reading.open.filter(isLeaving).length,
      lock,
    },
    transport: transport && { ...transport, lastAttempt: data.lastAttempt },
    resultsUrl,
  };
}

export function describeDecision({ decision }: PurposeData, by: Name | null): Decision {
  const { status, sequence, at, ...bound } = decision;
  return { status, sequence, at, by: by && { id: by.id, name: by.name }, ...bound };
}

/** Whether a deletion at the vendor is still owed, or its end is not written down yet. */
export function isUnderWay({ confirmedAt }: DeletionData): boolean {
  return confirmedAt === null;
}

/** Whether an open send is that of a report, in a process that may still be sending it. */
export function isLeaving({ entry, ownerLives }: OpenSend): boolean {
  return ownerLives && attemptEntry.parse(entry.data).kind === "report";
}

function describeDeletion(
  deletion: DeletionData,
  { open }: PurposeReading,
  transport: Way,
): Deletion {
  const { id, requestedAt, confirmedAt, deleted, signature } = deletion;
  const isTried = open.some(({ item }) => item === id);
  const nextAttemptAt = isTried || !transport ? null : deletion.nextAttemptAt;
  const pending = transport && nextAttemptAt === null ? "under-way" : "failed";
  const state = confirmedAt === null ? pending : "confirmed";
  return { id, requestedAt, state, nextAttemptAt, confirmedAt, deleted, signature };
}

function nextAt(reading: PurposeReading, { schedule }: PurposeData): string | null {
  const open = reading.open.map(({ item }) => item);
  const waiting = waitingReports(reading)
    .filter(({ id }) => !open.includes(id))
    .map(({ data }) => readItemData(data).nextAttemptAt);
  const times = [...waiting, ...(schedule ? [schedule.nextAt] : [])];
  return times.toSorted()[0] ?? null;
}
