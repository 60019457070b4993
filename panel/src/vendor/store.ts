import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import Database from "better-sqlite3";

/** How long an erased id is refused, in days. */
const tombstoneDays = 30;

const schema = `
  CREATE TABLE IF NOT EXISTS report (
    key TEXT PRIMARY KEY,
    purpose TEXT NOT NULL,
    id TEXT,
    period TEXT NOT NULL,
    body TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS tombstone (
    id_digest TEXT PRIMARY KEY,
    deleted INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

export interface Report {
  readonly purpose: string;
  /** The pseudonym that it came under. */
  readonly id: string | null;
  /** The day or the month in which it came. */
  readonly period: string;
  readonly body: string;
}

/** What an erasure answers, the first time and every time after. */
export interface Erasure {
  readonly deleted: number;
  readonly at: string;
}

/**
 * What the vendor keeps: reports under random keys, and of an erased id its digest, the
 * number of reports and the time. Each write ends by rewriting the file in the order of
 * the keys, so that it holds neither what was deleted nor the order in which reports came
 * (facts C7, C8, S8, S9).
 */
export function openVendorStore(folder: string) {
  const store = new Database(join(folder, "vendor.sqlite"));
  store.pragma("journal_mode = WAL");
  store.pragma("synchronous = FULL");
  store.pragma("secure_delete = ON");
  store.pragma("temp_store = MEMORY");
  store.exec(schema);

  const rewrite = () => {
    store.exec("VACUUM");
    store.pragma("wal_checkpoint(TRUNCATE)");
  };
  const insert = store.prepare(
    "INSERT INTO report (key, purpose, id, period, body) VALUES (?, ?, ?, ?, ?)",
  );
  const remove = store.prepare("DELETE FROM report WHERE id = ?");
  const bury = store.prepare("INSERT INTO tombstone VALUES (?, ?, ?)");
  const forget = store.prepare("DELETE FROM tombstone WHERE at < ?");
  const select = store.prepare<[string], Erasure>(
    "SELECT deleted, at FROM tombstone WHERE id_digest = ?",
  );
  const findTombstone = (id: string, now: Date): Erasure | undefined => {
    forget.run(new Date(now.getTime() - tombstoneDays * 86_400_000).toISOString());
    return select.get(digestOf(id));
  };
  rewrite();

  return {
    add({ purpose, id, period, body }: Report): void {
      insert.run(randomUUID(), purpose, id, period, body);
      rewrite();
    },
    /** Whether the id was erased, so that nothing more is taken under it. */
    isErased: (id: string, now: Date): boolean => findTombstone(id, now) !== undefined,
    /** Deletes all that came under the id; asked again it gives the first answer. */
    erase(id: string, now: Date): Erasure {
      const erasure = store
        .transaction(() => {
          const first = findTombstone(id, now);
          if (first) return first;
          const at = `${now.toISOString().slice(0, 16)}:00Z`;
          const { changes: deleted } = remove.run(id);
          bury.run(digestOf(id), deleted, at);
          return { deleted, at };
        })
        .immediate();
      rewrite();
      return erasure;
    },
    close: () => store.close(),
  };
}

export type VendorStore = ReturnType<typeof openVendorStore>;

/** A random UUID cannot be found from its digest, so this is no longer the id. */
function digestOf(id: string): string {
  return createHash("sha256").update(id).digest("base64");
}
