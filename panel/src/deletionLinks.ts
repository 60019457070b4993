import type { Store } from "./database.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS deletion_link (
    requested INTEGER PRIMARY KEY,
    pseudonym TEXT,
    confirmed INTEGER
  ) STRICT;
`;

/** An entry of the log, by its number. */
type EntryNumber = number | bigint;

/**
 * Which request a confirmation of the vendor answers, for several deletions may be open.
 * The UUID is there until the vendor has deleted it.
 */
export function createDeletionLinks(store: Store) {
  store.exec(schema);
  const open = store.prepare(
    "INSERT INTO deletion_link (requested, pseudonym) VALUES (?, ?)",
  );
  const close = store.prepare(
    "UPDATE deletion_link SET confirmed = ?, pseudonym = NULL WHERE pseudonym = ?",
  );
  const select = store
    .prepare<[EntryNumber], number>(
      "SELECT requested FROM deletion_link WHERE confirmed = ?",
    )
    .pluck();
  return {
    open: (requested: EntryNumber, pseudonym: string): void =>
      void open.run(requested, pseudonym),
    close: (confirmed: EntryNumber, pseudonym: string): void =>
      void close.run(confirmed, pseudonym),
    /** The request that this entry confirms, if it is a confirmation. */
    requestOf: (confirmed: EntryNumber): number | undefined => select.get(confirmed),
  };
}
