import type { Database } from "better-sqlite3";
import { laneOf } from "../../../panel/rules/beginSend.ts";
import { schema } from "../schema.ts";
import { takeRows, type Unversioned } from "./rows.ts";
import { type AdoptedEntry, toEntries } from "./toEntries.ts";
import { toItemData, toPurpose } from "./toPurpose.ts";

/**
 * Makes the tables of version 1, with all that the tables from before versions hold:
 * decisions, history, agreed bytes, what waits, deletions, attempts, texts. Ids stay, for
 * receipts have them; a UUID that was gone stays gone. Sessions end.
 */
export function adopt(database: Database, uuid: () => string): void {
  const all = takeRows(database);
  database.exec(schema);
  const epoch = uuid();
  const isOwed = all.purposes.length > 0 ? 1 : 0;
  database
    .prepare("INSERT INTO store VALUES (1, ?, 0, NULL, NULL, ?)")
    .run(epoch, isOwed);

  const insertText = database.prepare("INSERT INTO policy_text VALUES (?, ?)");
  for (const { digest, markdown } of all.texts) insertText.run(digest, markdown);
  insertPurposes(database, all, epoch);
  insertItems(database, all);
  insertEntries(database, toEntries(all, uuid));
  insertSends(database, all);
}

function insertPurposes(database: Database, all: Unversioned, epoch: string): void {
  const insert = database.prepare("INSERT INTO purpose VALUES (?, ?, ?)");
  for (const row of all.purposes) {
    const { state, decidedBy } = toPurpose(row, all, epoch);
    insert.run(row.id, JSON.stringify(state), decidedBy);
  }
}

function insertItems(database: Database, all: Unversioned): void {
  const insert = database.prepare(
    "INSERT INTO item (purpose, id, uuid, data, bytes) VALUES (?, ?, ?, ?, ?)",
  );
  for (const item of all.items) {
    if (item.body === null) continue;
    const data = JSON.stringify(toItemData(item, all));
    insert.run(item.purpose, item.id, item.pseudonym, data, item.body);
  }
}

function insertEntries(database: Database, entries: readonly AdoptedEntry[]): void {
  const insert = database.prepare(
    `INSERT INTO entry (id, log, purpose, ends, uuid, data, bytes)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertName = database.prepare("INSERT INTO name VALUES (?, ?, ?, ?)");
  for (const { id, log, purpose, ends, uuid, data, bytes, by } of entries) {
    const kept = [ends ?? null, uuid ?? null, JSON.stringify(data), bytes ?? null];
    insert.run(id, log, purpose, ...kept);
    if (by) insertName.run(id, by.id, by.name, by.salt);
  }
}

/** What was open when the old panel ended stays open, under an owner that is gone. */
function insertSends(database: Database, { transmissions }: Unversioned): void {
  const insert = database.prepare("INSERT INTO open_send VALUES (?, ?, ?, ?, ?, '')");
  for (const { id, item, purpose, pseudonym, at, outcome } of transmissions) {
    if (outcome !== "pending") continue;
    insert.run(laneOf(purpose, { uuid: pseudonym }), id, item, purpose, at);
  }
}
