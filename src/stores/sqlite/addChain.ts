import type { Database } from "better-sqlite3";
import { eventOf, extendChain } from "../../panel/chain/index.ts";
import type { Log } from "../../panel/store/panelStore.ts";
import { type NameRow, toJson, toName } from "../rows.ts";

interface OldEntry extends NameRow {
  readonly id: string;
  readonly log: Log;
  readonly purpose: string;
  readonly ends: string | null;
  readonly data: string;
}

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
  const links = extendChain(
    { number: null, head: null },
    entries.map(({ id, log, purpose, ends, data, ...name }) => {
      const by = toName(name);
      const entry = { id, log, data: toJson(data), ...(ends !== null && { ends }) };
      return eventOf({ ...entry, ...(by && { by }) }, purpose, true);
    }),
  );
  const insert = database.prepare("INSERT INTO event VALUES (?, ?, ?, ?, 1)");
  for (const { number, entry, head, name } of links)
    insert.run(number, entry, head, name);
  const last = links.at(-1);
  if (!last) return;
  database.prepare("UPDATE store SET number = ?, head = ?").run(last.number, last.head);
}
