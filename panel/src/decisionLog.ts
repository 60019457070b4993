import {
  type DecisionRecord,
  decisionRecord,
  type Person,
  pageSize,
  type recordedEvents,
} from "../../src/contract/index.ts";
import type { Language } from "../../src/policy/index.ts";
import type { Store } from "./database.ts";
import type { Payload } from "./payloads.ts";
import { ProblemError } from "./problemError.ts";

const schema = `
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

/** What the log is told of an event. */
export interface LogEntry {
  readonly purpose: string;
  readonly event: (typeof recordedEvents)[number];
  readonly at: string;
  readonly by?: Person;
  readonly revision?: string;
  readonly language?: Language;
  readonly textDigest?: string;
  /** What was agreed to, and the UUID that its bytes hold, if any. */
  readonly agreed?: Payload;
  readonly agreedPseudonym?: string | null;
}

interface Row {
  readonly number: number;
  readonly id: string;
  readonly by_id: string | null;
  readonly by_name: string | null;
  readonly text_digest: string | null;
  readonly payload_digest: string | null;
  readonly payload: Uint8Array<ArrayBuffer> | null;
}

/**
 * The history of decisions, append-only. Only agreed bytes leave it, those that hold a
 * UUID, when it goes; their digest stays (GDPR Art. 7(1) and 17).
 */
export function createDecisionLog(store: Store) {
  store.exec(schema);
  const insert = store.prepare(
    `INSERT INTO decision_log (id, purpose, event, at, by_id, by_name, revision, language,
       text_digest, payload_digest, payload, payload_pseudonym)
     VALUES (@id, @purpose, @event, @at, @byId, @byName, @revision, @language,
       @textDigest, @payloadDigest, @payload, @pseudonym)`,
  );
  const select = store.prepare<[number, number], Row>(
    "SELECT * FROM decision_log WHERE number < ? ORDER BY number DESC LIMIT ?",
  );
  const selectOne = store.prepare<[string], Row>(
    "SELECT * FROM decision_log WHERE id = ?",
  );
  const erase = store.prepare(
    `UPDATE decision_log SET payload = NULL, payload_pseudonym = NULL
     WHERE payload_pseudonym = ?`,
  );

  return {
    append(entry: LogEntry): void {
      insert.run({
        id: crypto.randomUUID(),
        purpose: entry.purpose,
        event: entry.event,
        at: entry.at,
        byId: entry.by?.id ?? null,
        byName: entry.by?.name ?? null,
        revision: entry.revision ?? null,
        language: entry.language ?? null,
        textDigest: entry.textDigest ?? null,
        payloadDigest: entry.agreed?.digest ?? null,
        payload: entry.agreed?.bytes ?? null,
        pseudonym: entry.agreedPseudonym ?? null,
      });
    },

    /** Erases the agreed bytes that hold this UUID. */
    forget(pseudonym: string): void {
      erase.run(pseudonym);
    },

    /** One page, newest first, after the cursor. */
    page(after: string | undefined) {
      const before = cursor(after);
      const rows = select.all(before, pageSize + 1);
      const entries = rows.slice(0, pageSize);
      const last = entries.at(-1);
      return {
        entries: entries.map(record),
        next: rows.length > pageSize && last ? String(last.number) : null,
      };
    },

    /** The bytes that were agreed to. */
    payload(id: string): {
      readonly bytes: Uint8Array<ArrayBuffer>;
      readonly digest: string;
    } {
      const row = selectOne.get(id);
      if (!row?.payload_digest) throw new ProblemError("not-found");
      if (!row.payload) throw new ProblemError("gone");
      return { bytes: new Uint8Array(row.payload), digest: row.payload_digest };
    },
  };
}

export type DecisionLog = ReturnType<typeof createDecisionLog>;

function cursor(after: string | undefined): number {
  if (after === undefined) return Number.MAX_SAFE_INTEGER;
  if (/^\d{1,15}$/.test(after)) return Number(after);
  throw new ProblemError("malformed-body", "Give `after` the `next` of the page before.");
}

function record({
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
    receipt: null,
  });
}
