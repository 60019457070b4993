import { buildReceipt } from "../../contract/buildReceipt.ts";
import type { DecisionRecord } from "../../contract/decisionRecord.ts";
import { receiptEvent } from "../../contract/receipt.ts";
import { digestPath } from "../../payload/digest.ts";
import { findRevision } from "../../policy/revisions.ts";
import type { FakeState, Outside } from "./fakeState.ts";

export interface RecordOptions {
  readonly bytes?: Uint8Array<ArrayBuffer>;
  /** The grant that the entry ends. */
  readonly ended?: DecisionRecord | undefined;
}

/** Adds an entry to the history, before all others, and its receipt, if there is one. */
export function record(
  state: FakeState,
  entry: Pick<DecisionRecord, "purpose" | "event" | "by"> & Partial<DecisionRecord>,
  { bytes, ended }: RecordOptions,
  { now, uuid }: Outside,
): FakeState {
  const id = entry.id ?? uuid();
  const hasReceipt = receiptEvent(entry.event) !== undefined;
  const complete: DecisionRecord = {
    id,
    at: now().toISOString(),
    revision: null,
    language: null,
    textDigest: null,
    payloadDigest: null,
    payload: "none",
    receipt: hasReceipt ? id : null,
    ...entry,
  };
  return {
    ...state,
    history: [{ entry: complete, bytes: bytes ?? null }, ...state.history],
    receipts: hasReceipt
      ? { ...state.receipts, [id]: receiptOf(state, complete, ended) }
      : state.receipts,
  };
}

/** The newest grant of a purpose, or the newest before the entry `before`. */
export function newestGrant(
  { history }: FakeState,
  purpose: string,
  before?: string,
): DecisionRecord | undefined {
  const from = history.findIndex(({ entry }) => entry.id === before);
  return history
    .slice(from + 1)
    .map(({ entry }) => entry)
    .find((entry) => entry.purpose === purpose && entry.event === "granted");
}

function receiptOf(
  { contract, keptTexts }: FakeState,
  entry: DecisionRecord,
  ended: DecisionRecord | undefined,
) {
  const { revision, textDigest } = ended ?? entry;
  const { policy } = contract;
  return buildReceipt({
    record: entry,
    ended,
    policy: (revision !== null && findRevision(policy, revision)) || policy,
    text: textDigest === null ? undefined : keptTexts[digestPath(textDigest)],
  });
}
