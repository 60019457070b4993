import type { Database } from "better-sqlite3";
import { linkOldEntries, type OldEntry } from "../linkOldEntries.ts";

/**
 * The table of version 2, the chain of digests. What a store has already enters it in its
 * order, marked: of the time until then it proves nothing.
 */
export function addChain(database: Database): void {
  database.exec(`
    CREATE TABLE event (
      number INTEGER PRIMARY KEY,
      entry TEXT NOT NULL UNIQUE,
      head TEXT NOT NULL,
      name TEXT,
      migrated INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER event_is_never_removed BEFORE DELETE ON event
      BEGIN SELECT RAISE(ABORT, 'The chain is append-only.'); END;
    CREATE TRIGGER event_is_never_rewritten BEFORE UPDATE ON event
      BEGIN SELECT RAISE(ABORT, 'The chain is append-only.'); END;
  `);
  const entries = database
    .prepare<[], OldEntry>(
      `SELECT e.id, e.log, e.purpose, e.ends, e.data, n.person, n.name, n.salt
       FROM entry e LEFT JOIN name n ON n.entry = e.id ORDER BY e.number`,
    )
    .all();
  const links = linkOldEntries(entries);
  const insert = database.prepare("INSERT INTO event VALUES (?, ?, ?, ?, 1)");
  for (const { number, entry, head, name } of links)
    insert.run(number, entry, head, name);
  const last = links.at(-1);
  if (!last) return;
  database.prepare("UPDATE store SET number = ?, head = ?").run(last.number, last.head);
}
