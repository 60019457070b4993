import type { Database } from "better-sqlite3";
import { StoreError } from "../../panel/store/storeError.ts";
import { schema } from "./schema.ts";

export interface MigrationParts {
  readonly database: Database;
  readonly uuid: () => string;
  /** Whether a new epoch begins with this start. */
  readonly newEpoch: boolean;
}

/** Each brings the schema from the version that is its index to the next. */
const migrations: readonly ((parts: MigrationParts) => void)[] = [createTables];

/** The version of the schema that this store reads and writes. */
export const knownVersion = migrations.length;

/** @throws {StoreError} `newer`, for a schema of a later version. */
export function requireKnownVersion(database: Database, what: string): void {
  const version = versionOf(database);
  if (version <= knownVersion) return;
  throw new StoreError({
    reason: "newer",
    what,
    why: `Its schema has version ${version}, and this panel knows version ${knownVersion}.`,
    remedy: "Start the later version of the panel, or give another folder.",
  });
}

/** Brings the schema up to date, and begins an epoch if asked to, all or nothing. */
export function migrate(parts: MigrationParts): void {
  const { database, uuid, newEpoch } = parts;
  database
    .transaction(() => {
      const steps = migrations.slice(versionOf(database));
      for (const step of steps) step(parts);
      if (steps.length > 0) database.pragma(`user_version = ${knownVersion}`);
      if (newEpoch) {
        database.prepare("UPDATE store SET epoch = ?, counter = 0").run(uuid());
      }
    })
    .immediate();
}

function createTables({ database, uuid }: MigrationParts): void {
  database.exec(schema);
  database.prepare("INSERT INTO store VALUES (1, ?, 0, NULL, NULL, 0)").run(uuid());
}

function versionOf(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}
