import type { Database } from "better-sqlite3";
import { linksOf } from "../../panel/chain/index.ts";
import {
  type Change,
  type Entry,
  LaneTaken,
  type Snapshot,
} from "../../panel/store/panelStore.ts";
import { needsPurge } from "../needsPurge.ts";

/** All that is written to the store. Call within a transaction. */
export function prepareWriting(database: Database, owner: string) {
  const insertPurpose = database.prepare("INSERT OR IGNORE INTO purpose (id) VALUES (?)");
  const setState = database.prepare("UPDATE purpose SET state = ? WHERE id = ?");
  const setDecidedBy = database.prepare("UPDATE purpose SET decided_by = ? WHERE id = ?");
  const insertEntry = database.prepare(
    `INSERT INTO entry (id, log, purpose, ends, uuid, data, bytes)
     VALUES (@id, @log, @purpose, @ends, @uuid, @data, @bytes)`,
  );
  const insertName = database.prepare("INSERT INTO name VALUES (?, ?, ?, ?)");
  const putItem = database.prepare(
    `INSERT INTO item (purpose, id, uuid, data, bytes) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (purpose, id) DO UPDATE SET data = excluded.data`,
  );
  const dropItem = database.prepare("DELETE FROM item WHERE purpose = ? AND id = ?");
  const selectLane = database.prepare("SELECT 1 FROM open_send WHERE lane = ?");
  const insertSend = database.prepare("INSERT INTO open_send VALUES (?, ?, ?, ?, ?, ?)");
  const endSend = database.prepare("DELETE FROM open_send WHERE entry = ?");
  const forget = database.prepare(
    "UPDATE entry SET uuid = NULL, bytes = NULL WHERE uuid = ?",
  );
  const insertLink = database.prepare("INSERT INTO event VALUES (?, ?, ?, ?, ?)");
  const setChain = database.prepare("UPDATE store SET number = ?, head = ?");
  const count = database.prepare("UPDATE store SET counter = counter + 1");
  const owePurge = database.prepare(
    "UPDATE store SET purge_owed = 1 WHERE purge_owed = 0",
  );
  const setEpoch = database.prepare("UPDATE store SET epoch = ?, counter = 0");
  const eraseName = database.prepare("DELETE FROM name WHERE person = ?");
  const insertText = database.prepare("INSERT OR IGNORE INTO policy_text VALUES (?, ?)");

  const append = (purpose: string, { id, log, ends, by, uuid, data, bytes }: Entry) => {
    insertEntry.run({
      ...{ id, log, purpose },
      ends: ends ?? null,
      uuid: uuid ?? null,
      data: JSON.stringify(data),
      bytes: bytes ?? null,
    });
    if (by) insertName.run(id, by.id, by.name, by.salt);
  };

  return {
    apply(
      purpose: string,
      { now, store }: Pick<Snapshot, "now" | "store">,
      change: Omit<Change<unknown>, "result">,
    ): void {
      const { append: entries = [], put = [], drop = [], end = [], begin } = change;
      insertPurpose.run(purpose);
      if (change.state !== undefined) setState.run(JSON.stringify(change.state), purpose);
      for (const entry of entries) append(purpose, entry);
      if (change.decidedBy !== undefined) setDecidedBy.run(change.decidedBy, purpose);
      for (const { id, uuid, data, bytes } of put) {
        putItem.run(purpose, id, uuid, JSON.stringify(data), bytes);
      }
      for (const id of drop) dropItem.run(purpose, id);
      for (const entry of end) endSend.run(entry);
      if (begin) {
        const { lane, item, entry } = begin;
        if (selectLane.get(lane)) throw new LaneTaken();
        append(purpose, entry);
        insertSend.run(lane, entry.id, item, purpose, now.toISOString(), owner);
      }
      for (const uuid of change.forget ?? []) forget.run(uuid);
      const links = linksOf(store, purpose, change);
      for (const { entry, number, head, name, migrated } of links) {
        insertLink.run(number, entry, head, name, Number(migrated));
      }
      const last = links.at(-1);
      if (last) setChain.run(last.number, last.head);
      if (needsPurge(change)) owePurge.run();
      count.run();
    },
    beginEpoch: (epoch: string): void => void setEpoch.run(epoch),
    eraseName(person: string): void {
      if (eraseName.run(person).changes > 0) owePurge.run();
    },
    keepText: (digest: string, markdown: string): void =>
      void insertText.run(digest, markdown),
  };
}
