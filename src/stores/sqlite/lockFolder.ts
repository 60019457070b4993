import { chmodSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { StoreError } from "../../panel/store/storeError.ts";
import { explainError } from "./explainError.ts";
import type { Driver } from "./requireDriver.ts";

export const lockFile = "panel.lock";

/**
 * Makes this the only store of its folder, by whatever path, until the lock is released or
 * the process is gone. It is a database of its own that is locked as a whole. Nothing else
 * may open that file in this process: POSIX takes a lock away with any close of the file
 * (fcntl(2)).
 *
 * @throws {StoreError} `in-use` at once, when another store has the folder.
 */
export function lockFolder(folder: string, driver: Driver): () => void {
  const what = `The folder ${folder} cannot be used.`;
  const path = join(folder, lockFile);
  let lock: Database | undefined;
  try {
    lock = new driver(path, { timeout: 0 });
    // A journal on disk would be left behind by a process that is killed.
    lock.pragma("journal_mode = MEMORY");
    lock.exec("BEGIN EXCLUSIVE");
    chmodSync(path, 0o600);
  } catch (error) {
    lock?.close();
    if (error instanceof driver.SqliteError && error.code.startsWith("SQLITE_BUSY")) {
      throw new StoreError({
        reason: "in-use",
        what,
        why: "Another panel uses it.",
        remedy: "Stop that panel, or give this one a folder of its own.",
        cause: error,
      });
    }
    throw explainError(what, error);
  }
  return () => void lock.close();
}
