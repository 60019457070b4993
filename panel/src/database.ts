import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { makeFolders } from "./makeFolders.ts";

export type Store = Database.Database;

const fileName = "panel.sqlite";

const schema = `
  CREATE TABLE IF NOT EXISTS purpose (
    id TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    status TEXT NOT NULL,
    at TEXT,
    by_id TEXT,
    by_name TEXT,
    revision TEXT,
    language TEXT,
    text_digest TEXT,
    payload_digest TEXT,
    pseudonym TEXT
  ) STRICT;
  CREATE TABLE IF NOT EXISTS policy_text (
    digest TEXT PRIMARY KEY,
    markdown TEXT NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS session (
    token_digest TEXT PRIMARY KEY,
    person TEXT NOT NULL
  ) STRICT;
`;

/**
 * Opens the store in its folder (mode 0700). What is deleted is overwritten, and `vanish`
 * takes it out of the write-ahead log as well.
 */
export function openStore(folder: string): Store {
  makeFolders(folder);
  // A folder that holds other things as well keeps the mode that its owner gave it.
  const names = readdirSync(folder);
  if (names.length === 0 || names.includes(fileName)) chmodSync(folder, 0o700);
  const store = new Database(join(folder, fileName));
  store.pragma("journal_mode = WAL");
  store.pragma("synchronous = FULL");
  store.pragma("secure_delete = ON");
  store.exec(schema);
  vanish(store);
  return store;
}

/** Empties the write-ahead log, so that what was deleted is gone from the files. */
export function vanish(store: Store): void {
  store.pragma("wal_checkpoint(TRUNCATE)");
}
