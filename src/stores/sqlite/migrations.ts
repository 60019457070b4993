import type { Database } from "better-sqlite3";
import { StoreError } from "../../panel/store/storeError.ts";
import { addChain } from "./addChain.ts";
import { adopt } from "./unversioned/adopt.ts";
import { isOfPanel } from "./unversioned/rows.ts";

export interface MigrationParts {
  readonly database: Database;
  readonly uuid: () => string;
  /** Whether a new epoch begins with this start. */
  readonly newEpoch: boolean;
}

/** Each brings the schema from the version that is its index to the next. */
const migrations: readonly ((parts: MigrationParts) => void)[] = [
  ({ database, uuid }) => adopt(database, uuid),
  ({ database }) => addChain(database),
];

/** The version of the schema that this store reads and writes. */
export const knownVersion = migrations.length;

/** @throws {StoreError} `newer`, for a later schema; `foreign`, for one of something else. */
export function requireKnownSchema(database: Database, what: string): void {
  const version = versionOf(database);
  if (version === 0 && !isOfPanel(database)) {
    throw new StoreError({
      reason: "foreign",
      what,
      why: "The database in it is not a panel's.",
      remedy: "Give another folder.",
    });
  }
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

function versionOf(database: Database): number {
  return Number(database.pragma("user_version", { simple: true }));
}
