import { createHash } from "node:crypto";
import {
  pageSize,
  type Transmission,
  type Transport,
} from "../../../src/contract/index.ts";
import type { Store } from "../database.ts";
import type { OutboxItem } from "./outbox.ts";
import type { PostResult } from "./post.ts";
import { createTables } from "./tables.ts";

interface Row {
  readonly sequence: number;
  readonly id: string;
  readonly purpose: string;
  readonly kind: Transmission["kind"];
  readonly at: string;
  readonly method: string;
  readonly url: string;
  readonly size: number;
  readonly digest: string;
  readonly outcome: Transmission["outcome"];
  readonly status: number | null;
  readonly next_attempt_at: string | null;
  readonly body: Uint8Array | null;
}

/** The log of every attempt, append-only: what is deleted from it is bodies alone. */
export function createTransmissionLog(store: Store) {
  createTables(store);
  const insert = store.prepare(
    `INSERT INTO transmission (id, item, purpose, kind, pseudonym, at, method, url, size, digest, body)
     VALUES (@id, @item, @purpose, @kind, @pseudonym, @at, 'POST', @url, @size, @digest, @body)`,
  );
  const update = store.prepare(
    `UPDATE transmission SET outcome = @outcome, status = @status, tls = @tls,
       next_attempt_at = @nextAttemptAt WHERE id = @id`,
  );
  const interrupt = store.prepare(
    "UPDATE transmission SET outcome = 'aborted' WHERE outcome = 'pending'",
  );
  const cancelNext = store.prepare(
    "UPDATE transmission SET next_attempt_at = NULL WHERE item = ?",
  );
  const eraseBodies = store.prepare(
    "UPDATE transmission SET body = NULL, pseudonym = NULL WHERE pseudonym = ?",
  );
  const selectPage = store.prepare<[number, number], Row>(
    "SELECT * FROM transmission WHERE sequence < ? ORDER BY sequence DESC LIMIT ?",
  );
  const selectOne = store.prepare<[string], Row>(
    "SELECT * FROM transmission WHERE id = ?",
  );
  const selectLastTried = store.prepare<
    [string],
    { at: string; tls: NonNullable<Transport["lastAttempt"]>["tls"] }
  >(
    `SELECT at, tls FROM transmission WHERE purpose = ? AND tls IS NOT NULL
     ORDER BY sequence DESC LIMIT 1`,
  );
  const selectLastSent = store
    .prepare<[string], string>(
      `SELECT at FROM transmission WHERE purpose = ? AND kind = 'report'
         AND outcome = 'accepted' ORDER BY sequence DESC LIMIT 1`,
    )
    .pluck();

  return {
    /** Writes the attempt down before there is a connection. */
    begin(item: OutboxItem, url: string, at: Date): string {
      const id = crypto.randomUUID();
      const { purpose, kind, pseudonym, body } = item;
      cancelNext.run(item.id);
      insert.run({
        ...{ id, item: item.id, purpose, kind, pseudonym, url, body },
        at: at.toISOString(),
        size: body.byteLength,
        digest: `sha-256=:${createHash("sha256").update(body).digest("base64")}:`,
      });
      return id;
    },
    /** Writes down how an attempt ended. */
    end(id: string, { outcome, status, tls }: PostResult, next: Date | null): void {
      const nextAttemptAt = next?.toISOString() ?? null;
      update.run({ id, outcome, status, tls, nextAttemptAt });
    },
    /** What was open when the process died has no other end than this. */
    endInterrupted: (): void => void interrupt.run(),
    /** The item is not tried again: no entry promises it any more. */
    cancelNext: (item: string): void => void cancelNext.run(item),
    /** Removes the bodies that hold a pseudonym, and it. Digests, times, outcomes stay. */
    eraseBodies: (pseudonym: string): void => void eraseBodies.run(pseudonym),

    /** One page, newest first. `after` is the `next` of the page before. */
    page(after?: string): { entries: Transmission[]; next: string | null } {
      const before = after === undefined ? Number.MAX_SAFE_INTEGER : Number(after);
      const rows = selectPage.all(before, pageSize + 1);
      const entries = rows.slice(0, pageSize);
      const last = entries.at(-1);
      return {
        entries: entries.map(toTransmission),
        next: rows.length > pageSize && last ? String(last.sequence) : null,
      };
    },
    /** The exact bytes; `deleted` once they are gone, `undefined` for an unknown id. */
    body(id: string): Uint8Array<ArrayBuffer> | "deleted" | undefined {
      const row = selectOne.get(id);
      return row && (row.body ? Uint8Array.from(row.body) : "deleted");
    },
    /** What TLS found at the last attempt that has ended. */
    lastAttempt: (purpose: string): Transport["lastAttempt"] =>
      selectLastTried.get(purpose) ?? null,
    /** When the last report left that the vendor took. */
    lastSentAt: (purpose: string): string | null => selectLastSent.get(purpose) ?? null,
  };
}

export type TransmissionLog = ReturnType<typeof createTransmissionLog>;

function toTransmission(row: Row): Transmission {
  const { id, purpose, kind, at, method, url, size, digest, outcome, status } = row;
  return {
    ...{ id, purpose, kind, at, method, url, size, digest, outcome, status },
    nextAttemptAt: row.next_attempt_at,
    body: row.body ? "kept" : "deleted",
  };
}
