import {
  type DecisionRecord,
  type Person,
  pageSize,
  type recordedEvents,
} from "../../src/contract/index.ts";
import type { Language } from "../../src/policy/index.ts";
import type { Store } from "./database.ts";
import { type Row, record, schema } from "./decisionRow.ts";
import { createDeletionLinks } from "./deletionLinks.ts";
import type { Payload } from "./payloads.ts";
import { ProblemError } from "./problemError.ts";

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
  const selectGrant = store.prepare<[string, number], Row>(
    `SELECT * FROM decision_log WHERE purpose = ? AND event = 'granted' AND number < ?
     ORDER BY number DESC LIMIT 1`,
  );
  const links = createDeletionLinks(store);

  const append = (entry: LogEntry): number | bigint =>
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
    }).lastInsertRowid;

  return {
    append: (entry: LogEntry): void => void append(entry),

    /** Erases the agreed bytes that hold this UUID; its deletion has been asked for. */
    requestDeletion(purpose: string, pseudonym: string, at: string): void {
      erase.run(pseudonym);
      links.open(append({ purpose, event: "deletion-requested", at }), pseudonym);
    },

    /** The vendor has deleted what it had; the log forgets the UUID as well. */
    confirmDeletion(purpose: string, pseudonym: string, at: string): void {
      erase.run(pseudonym);
      links.close(append({ purpose, event: "deletion-confirmed", at }), pseudonym);
    },

    /** One entry, and the grant that it ended, if it is a withdrawal or a deletion. */
    find(id: string): {
      readonly entry: DecisionRecord;
      readonly ended?: DecisionRecord;
    } {
      const row = selectOne.get(id);
      if (!row) throw new ProblemError("not-found");
      if (row.event !== "withdrawn" && row.event !== "deletion-confirmed") {
        return { entry: record(row) };
      }
      const before = links.requestOf(row.number) ?? row.number;
      const grant = selectGrant.get(row.purpose, before);
      return { entry: record(row), ...(grant ? { ended: record(grant) } : {}) };
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
