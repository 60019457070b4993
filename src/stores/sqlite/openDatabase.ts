import { chmodSync, closeSync, existsSync, openSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Database } from "better-sqlite3";
import { explainError } from "./explainError.ts";
import { lockFolder } from "./lockFolder.ts";
import { makeFolders } from "./makeFolders.ts";
import { type MigrationParts, migrate, requireKnownSchema } from "./migrations.ts";
import { type Driver, requireDriver } from "./requireDriver.ts";

export const databaseFile = "panel.sqlite";

interface OpenedDatabase {
  readonly database: Database;
  readonly close: () => void;
}

/**
 * Locks the folder, and opens its database with the schema of this version. Folder and
 * files are the panel's user's alone.
 *
 * @throws {StoreError} before anything is written, when the driver is not installed, another
 * panel has the folder, or a later version wrote it.
 */
export function openDatabase(
  folder: string,
  options: Omit<MigrationParts, "database">,
): OpenedDatabase {
  const driver = requireDriver();
  const what = `The folder ${folder} cannot be used.`;
  const path = join(folder, databaseFile);
  let unlock: (() => void) | undefined;
  let database: Database | undefined;
  try {
    makeFolders(folder);
    const names = readdirSync(folder);
    unlock = lockFolder(folder, driver);
    if (existsSync(path)) inspect(driver, path, what);
    // A folder that holds other things as well keeps the mode that its owner gave it.
    if (names.length === 0 || names.includes(databaseFile)) chmodSync(folder, 0o700);
    closeSync(openSync(path, "a", 0o600));
    const files = ["", "-wal", "-shm"].map((end) => path + end);
    for (const file of files.filter(existsSync)) chmodSync(file, 0o600);
    database = connect(driver, path);
    migrate({ ...options, database });
    return { database, close: closeBoth(database, unlock) };
  } catch (error) {
    database?.close();
    unlock?.();
    throw explainError(what, error);
  }
}

/**
 * Looks at the schema, and leaves the files as they are: a connection that may write
 * empties at its end what a killed process left in the write-ahead log.
 */
function inspect(driver: Driver, path: string, what: string): void {
  const database = new driver(path, { readonly: existsSync(`${path}-wal`) });
  try {
    requireKnownSchema(database, what);
  } finally {
    database.close();
  }
}

function connect(driver: Driver, path: string): Database {
  const database = new driver(path, { timeout: 250 });
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("secure_delete = ON");
  database.pragma("temp_store = MEMORY");
  return database;
}

function closeBoth(database: Database, unlock: () => void): () => void {
  return () => {
    try {
      database.close();
    } finally {
      unlock();
    }
  };
}
