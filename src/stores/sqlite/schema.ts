/**
 * The tables of version 1. Entries are append-only: what can leave them is bytes, with the
 * UUID that they hold; names stand apart, so that they can be erased (GDPR Art. 17).
 */
export const schema = `
  CREATE TABLE store (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    epoch TEXT NOT NULL,
    counter INTEGER NOT NULL,
    number INTEGER,
    head TEXT,
    purge_owed INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE purpose (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'null',
    decided_by TEXT
  ) STRICT;
  CREATE TABLE item (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    purpose TEXT NOT NULL,
    id TEXT NOT NULL,
    uuid TEXT,
    data TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (purpose, id)
  ) STRICT;
  CREATE TABLE entry (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    log TEXT NOT NULL,
    purpose TEXT NOT NULL,
    ends TEXT,
    uuid TEXT,
    data TEXT NOT NULL,
    bytes BLOB
  ) STRICT;
  CREATE INDEX entry_by_end ON entry (ends) WHERE ends IS NOT NULL;
  CREATE INDEX entry_by_log ON entry (log, number) WHERE ends IS NULL;
  CREATE INDEX entry_by_uuid ON entry (uuid) WHERE uuid IS NOT NULL;
  CREATE TABLE name (
    entry TEXT PRIMARY KEY,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    salt TEXT NOT NULL
  ) STRICT;
  CREATE TABLE open_send (
    lane TEXT PRIMARY KEY,
    entry TEXT NOT NULL UNIQUE,
    item TEXT NOT NULL,
    purpose TEXT NOT NULL,
    since TEXT NOT NULL,
    owner TEXT NOT NULL
  ) STRICT;
  CREATE TABLE policy_text (
    digest TEXT PRIMARY KEY,
    markdown TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
  CREATE TRIGGER entry_is_never_rewritten
    BEFORE UPDATE OF number, id, log, purpose, ends, data ON entry
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
  CREATE TRIGGER entry_only_loses_bytes BEFORE UPDATE OF uuid, bytes ON entry
    WHEN NEW.uuid IS NOT NULL OR NEW.bytes IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'The log is append-only.'); END;
`;
