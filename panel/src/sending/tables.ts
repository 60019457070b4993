import type { Store } from "../database.ts";

/**
 * What the sender keeps. `outbox_item` holds what is still to be sent, and every deletion
 * for good; `transmission` is the log, from which nothing is ever removed but bodies and
 * the pseudonym; `calendar` says when a monthly report is due.
 */
const schema = `
  CREATE TABLE IF NOT EXISTS outbox_item (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('report', 'erasure')),
    pseudonym TEXT,
    body BLOB,
    queued_at TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at TEXT,
    confirmed_at TEXT,
    deleted INTEGER
  ) STRICT;
  CREATE TABLE IF NOT EXISTS transmission (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    item TEXT NOT NULL,
    purpose TEXT NOT NULL,
    kind TEXT NOT NULL,
    pseudonym TEXT,
    at TEXT NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    size INTEGER NOT NULL,
    digest TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'pending',
    status INTEGER,
    tls TEXT,
    next_attempt_at TEXT,
    body BLOB
  ) STRICT;
  CREATE TABLE IF NOT EXISTS calendar (
    purpose TEXT PRIMARY KEY,
    granted_at TEXT NOT NULL,
    next_at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER IF NOT EXISTS transmission_is_never_removed
    BEFORE DELETE ON transmission
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
  CREATE TRIGGER IF NOT EXISTS transmission_is_never_rewritten
    BEFORE UPDATE OF id, item, purpose, kind, at, method, url, size, digest ON transmission
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
  CREATE TRIGGER IF NOT EXISTS transmission_ends_once
    BEFORE UPDATE OF outcome, status, tls ON transmission WHEN OLD.outcome <> 'pending'
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
`;

/** Makes the sender's tables where they are missing. Nothing of them goes to a temp file. */
export function createTables(store: Store): void {
  store.pragma("temp_store = MEMORY");
  store.exec(schema);
}
