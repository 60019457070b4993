import type { Database } from "better-sqlite3";

/**
 * Takes what was removed or replaced out of the files, if something was since the last
 * time. `secure_delete` overwrites a row where it lies, not where it lay before SQLite
 * moved it to another page: VACUUM does. The write-ahead log is emptied before, so that it
 * does not grow while a reader holds it, and after.
 *
 * @returns false while a reader of an older moment keeps the log from being emptied, or
 * the disk has no room for a second copy of the database.
 */
export function preparePurge(database: Database): () => boolean {
  const isOwed = database.prepare<[], number>("SELECT purge_owed FROM store").pluck();
  const settle = database.prepare("UPDATE store SET purge_owed = 0");
  const emptyLog = (): boolean =>
    database.pragma("wal_checkpoint(TRUNCATE)", { simple: true }) === 0;

  return () => {
    try {
      if (isOwed.get() === 0) return true;
      if (!emptyLog()) return false;
      database.exec("VACUUM");
      if (!emptyLog()) return false;
      settle.run();
      return true;
    } catch (error) {
      if (hasNoRoom(error)) return false;
      throw error;
    }
  };
}

/** A quota or a limit that is reached is a failed write to SQLite. */
function hasNoRoom(error: unknown): boolean {
  return (
    error instanceof Error &&
    ["SQLITE_FULL", "SQLITE_IOERR_WRITE"].includes(String(Reflect.get(error, "code")))
  );
}
