import type { Database } from "better-sqlite3";
import type {
  LinkedEvent,
  Log,
  PurposeReading,
  StoredEntry,
  StoreRow,
} from "../../panel/store/panelStore.ts";
import {
  type EntryRow,
  type EventRow,
  type ItemRow,
  type PurposeRow,
  type SendRow,
  toEntry,
  toEvent,
  toItem,
  toJson,
  toName,
} from "../rows.ts";

const entryColumns = `
  e.number, e.id, e.log, e.purpose, e.data, e.bytes, n.person, n.name, n.salt,
  v.number AS place, v.head,
  (SELECT data FROM entry WHERE ends = e.id ORDER BY number LIMIT 1) AS "end"`;
const withName = "LEFT JOIN name n ON n.entry = e.id LEFT JOIN event v ON v.entry = e.id";

/** All that is read from the store. `owner` is who writes to it now. */
export function prepareReading(database: Database, owner: string) {
  const selectStore = database.prepare<[], Omit<StoreRow, "erasure">>(
    "SELECT epoch, counter, number, head FROM store",
  );
  const selectIds = database.prepare<[], string>("SELECT id FROM purpose").pluck();
  const selectPurpose = database.prepare<[string], PurposeRow>(
    `SELECT p.id, p.state, n.person, n.name, n.salt
     FROM purpose p LEFT JOIN name n ON n.entry = p.decided_by WHERE p.id = ?`,
  );
  const selectItems = database.prepare<[string], ItemRow>(
    "SELECT id, uuid, data, bytes FROM item WHERE purpose = ? ORDER BY position",
  );
  const selectSends = database.prepare<[string], SendRow>(
    `SELECT ${entryColumns}, s.lane, s.item, s.since, s.owner
     FROM open_send s JOIN entry e ON e.id = s.entry ${withName}
     WHERE s.purpose = ? ORDER BY e.number`,
  );
  const selectPage = database.prepare<[Log, number, number], EntryRow>(
    `SELECT ${entryColumns} FROM entry e ${withName}
     WHERE e.log = ? AND e.ends IS NULL AND e.number < ? ORDER BY e.number DESC LIMIT ?`,
  );
  const selectEntry = database.prepare<[Log, string], EntryRow>(
    `SELECT ${entryColumns} FROM entry e ${withName}
     WHERE e.log = ? AND e.id = ? AND e.ends IS NULL`,
  );
  const selectEvents = database.prepare<[number, number, number], EventRow>(
    `SELECT v.number AS place, v.head, v.name, v.migrated, n.salt,
       e.id, e.log, e.purpose, e.ends, e.data
     FROM event v JOIN entry e ON e.id = v.entry LEFT JOIN name n ON n.entry = e.id
     WHERE v.number > ? AND v.number <= ? ORDER BY v.number LIMIT ?`,
  );
  const selectText = database
    .prepare<[string], string>("SELECT markdown FROM policy_text WHERE digest = ?")
    .pluck();

  const purpose = (id: string): PurposeReading => {
    const row = selectPurpose.get(id);
    return {
      state: row ? toJson(row.state) : null,
      by: row ? toName(row) : null,
      items: selectItems.all(id).map(toItem),
      open: selectSends.all(id).map((send) => ({
        entry: toEntry(send),
        item: send.item,
        lane: send.lane,
        since: new Date(send.since),
        ownerLives: send.owner === owner,
      })),
    };
  };
  return {
    purpose,
    purposes: (): Record<string, PurposeReading> =>
      Object.fromEntries(selectIds.all().map((id) => [id, purpose(id)])),
    store(): StoreRow {
      const row = selectStore.get();
      if (!row) throw new RangeError("The store has lost its own row.");
      return { ...row, erasure: "overwritten" };
    },
    page: (log: Log, limit: number, before: number): readonly StoredEntry[] =>
      selectPage.all(log, before, limit).map(toEntry),
    events: (after: number, upTo: number, limit: number): readonly LinkedEvent[] =>
      selectEvents.all(after, upTo, limit).map(toEvent),
    find(log: Log, id: string): StoredEntry | undefined {
      const row = selectEntry.get(log, id);
      return row && toEntry(row);
    },
    text: (digest: string): string | undefined => selectText.get(digest),
  };
}

export type Reading = ReturnType<typeof prepareReading>;
