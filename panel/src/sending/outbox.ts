import type { Deletion } from "../../../src/contract/index.ts";
import type { Store } from "../database.ts";
import { createTables } from "./tables.ts";

/** Something that is to be sent. */
export interface OutboxItem {
  readonly id: string;
  readonly purpose: string;
  readonly kind: "report" | "erasure";
  /** The UUID that the body holds. */
  readonly pseudonym: string | null;
  readonly body: Uint8Array;
  /** How often it was tried. */
  readonly attempts: number;
}

interface DeletionRow {
  readonly id: string;
  readonly queued_at: string;
  readonly attempts: number;
  readonly next_attempt_at: string | null;
  readonly confirmed_at: string | null;
  readonly deleted: number | null;
}

/** The most crash reports and the like that wait at a time; what comes then is dropped. */
const mostWaiting = 20;

/** What waits to be sent, over restarts. An erasure stays as the record of a deletion. */
export function createOutbox(store: Store) {
  createTables(store);
  const columns = "id, purpose, kind, pseudonym, body, attempts";
  const insert = store.prepare(
    `INSERT INTO outbox_item (id, purpose, kind, pseudonym, body, queued_at, next_attempt_at)
     VALUES (@id, @purpose, @kind, @pseudonym, @body, @at, @at)`,
  );
  const selectOpen = store.prepare<[], OutboxItem & { next_attempt_at: string }>(
    `SELECT ${columns}, next_attempt_at FROM outbox_item
     WHERE body IS NOT NULL ORDER BY sequence`,
  );
  const selectItem = store.prepare<[string], OutboxItem>(
    `SELECT ${columns} FROM outbox_item WHERE id = ? AND body IS NOT NULL`,
  );
  const selectWaiting = store.prepare<[string], OutboxItem>(
    `SELECT ${columns} FROM outbox_item WHERE purpose = ? AND kind = 'report' ORDER BY sequence`,
  );
  const selectDeletions = store.prepare<[string], DeletionRow>(
    "SELECT * FROM outbox_item WHERE purpose = ? AND kind = 'erasure' ORDER BY sequence DESC",
  );
  const open = store.prepare(
    "UPDATE outbox_item SET attempts = attempts + 1, next_attempt_at = NULL WHERE id = ?",
  );
  const postpone = store.prepare(
    "UPDATE outbox_item SET next_attempt_at = ? WHERE id = ?",
  );
  const resume = store.prepare(
    "UPDATE outbox_item SET next_attempt_at = ? WHERE body IS NOT NULL AND next_attempt_at IS NULL",
  );
  const remove = store.prepare("DELETE FROM outbox_item WHERE id = ?");
  const confirm = store.prepare(
    `UPDATE outbox_item SET body = NULL, pseudonym = NULL, next_attempt_at = NULL,
       confirmed_at = ?, deleted = ? WHERE id = ?`,
  );

  const add = (
    kind: OutboxItem["kind"],
    purpose: string,
    pseudonym: string | null,
    body: Uint8Array,
    at: Date,
  ) => {
    const id = crypto.randomUUID();
    insert.run({ id, purpose, kind, pseudonym, body, at: at.toISOString() });
  };

  return {
    /** Queues a report, unless as many wait as may. */
    addReport(
      purpose: string,
      pseudonym: string | null,
      body: Uint8Array,
      at: Date,
    ): void {
      if (selectWaiting.all(purpose).length >= mostWaiting) return;
      add("report", purpose, pseudonym, body, at);
    },
    /** Queues the erasure of what the vendor holds under the pseudonym. */
    addErasure(purpose: string, pseudonym: string, body: Uint8Array, at: Date): void {
      add("erasure", purpose, pseudonym, body, at);
    },
    /** The item, while it is still to be sent. */
    find: (id: string): OutboxItem | undefined => selectItem.get(id),
    /** When each item may be tried, but for those that are being tried; oldest first. */
    times: (): readonly { readonly item: OutboxItem; readonly at: Date }[] =>
      selectOpen
        .all()
        .flatMap(({ next_attempt_at: at, ...item }) =>
          at === null ? [] : [{ item, at: new Date(at) }],
        ),
    /** Counts an attempt, which is open from now on. */
    open: (id: string): void => void open.run(id),
    postpone: (id: string, until: Date): void =>
      void postpone.run(until.toISOString(), id),
    /** What was open when the process died may be tried again at once. */
    resumeInterrupted: (now: Date): void => void resume.run(now.toISOString()),
    remove: (id: string): void => void remove.run(id),
    /** Unsent reports of a purpose, oldest first. */
    waiting: (purpose: string): readonly OutboxItem[] => selectWaiting.all(purpose),
    /** Ends a deletion: the item stays, without body and pseudonym. */
    confirm: (id: string, at: Date, deleted: number): void =>
      void confirm.run(at.toISOString(), deleted, id),
    /** The deletions of a purpose, newest first. */
    deletions: (purpose: string): Deletion[] =>
      selectDeletions.all(purpose).map(toDeletion),
  };
}

export type Outbox = ReturnType<typeof createOutbox>;

function toDeletion(row: DeletionRow): Deletion {
  const failed = row.attempts > 0 && row.next_attempt_at !== null;
  return {
    id: row.id,
    requestedAt: row.queued_at,
    state: row.confirmed_at !== null ? "confirmed" : failed ? "failed" : "under-way",
    nextAttemptAt: row.next_attempt_at,
    confirmedAt: row.confirmed_at,
    deleted: row.deleted,
  };
}
