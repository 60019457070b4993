import {
  type DecisionRecord,
  decisionRecord,
  receiptEvent,
} from "../../src/contract/index.ts";

/** How the log lies in the store. */
export const schema = `
  CREATE TABLE IF NOT EXISTS decision_log (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    event TEXT NOT NULL,
    at TEXT NOT NULL,
    by_id TEXT,
    by_name TEXT,
    revision TEXT,
    language TEXT,
    text_digest TEXT,
    payload_digest TEXT,
    payload BLOB,
    payload_pseudonym TEXT
  ) STRICT;
`;

/** An entry as the store has it. */
export interface Row {
  readonly number: number;
  readonly id: string;
  readonly purpose: string;
  readonly event: DecisionRecord["event"];
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly text_digest: string | null;
  readonly payload_digest: string | null;
  readonly payload: Uint8Array<ArrayBuffer> | null;
}

/** The entry as the contract has it. */
export function record({
  by_id,
  by_name,
  text_digest,
  payload_digest,
  payload,
  ...row
}: Row): DecisionRecord {
  return decisionRecord.parse({
    ...row,
    by: by_id === null ? null : { id: by_id, name: by_name ?? by_id },
    textDigest: text_digest,
    payloadDigest: payload_digest,
    payload: payload ? "kept" : payload_digest === null ? "none" : "deleted",
    receipt: receiptEvent(row.event) ? row.id : null,
  });
}
