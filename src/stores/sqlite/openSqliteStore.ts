import { resolve } from "node:path";
import { defaultSendLimitMs, type PanelStore } from "../../panel/store/panelStore.ts";
import { StoreError } from "../../panel/store/storeError.ts";
import { detectReplacedFiles } from "./detectReplacedFiles.ts";
import { explainError } from "./explainError.ts";
import { lockFile } from "./lockFolder.ts";
import { databaseFile, openDatabase } from "./openDatabase.ts";
import { preparePurge } from "./purge.ts";
import { prepareReading } from "./reading.ts";
import { prepareWriting } from "./writing.ts";

/** Where the store of one process lies, and how it is opened. */
export interface SqliteStoreOptions {
  /** Made where it is missing. One store has it at a time. */
  readonly folder: string;
  /** @default the present */
  readonly now?: () => Date;
  /** Makes the names of epochs, and what a migration has to name. @default `crypto.randomUUID` */
  readonly uuid?: () => string;
  /** Whether the folder was restored from a backup: a new epoch begins. @default false */
  readonly newEpoch?: boolean;
}

/**
 * Keeps everything in one SQLite database in a folder, for one process. A change resolves
 * once it is on the disk, in a file that is still there.
 *
 * @throws {StoreError} when better-sqlite3 is not installed, another panel has the folder, a
 * later version wrote it, or it cannot be read and written. Each verb rejects with one when it was not done.
 */
export function openSqliteStore({
  folder: given,
  now = () => new Date(),
  uuid = () => crypto.randomUUID(),
  newEpoch = false,
}: SqliteStoreOptions): PanelStore {
  const folder = resolve(given);
  const { database, close } = openDatabase(folder, { uuid, newEpoch });
  const owner = crypto.randomUUID();
  const watchers = new Set<(purpose: string | null) => void>();
  const reading = prepareReading(database, owner);
  const writing = prepareWriting(database, owner);
  const purge = preparePurge(database);
  const requireFiles = detectReplacedFiles(folder, [
    databaseFile,
    `${databaseFile}-wal`,
    lockFile,
  ]);

  /** Nothing is acknowledged, and nothing told, of a store that is not there any more. */
  const safely = async <Result>(what: string, action: () => Result): Promise<Result> => {
    if (!database.open) {
      throw new StoreError({
        reason: "closed",
        what,
        why: "It has been closed.",
        remedy: "Open it anew.",
      });
    }
    requireFiles(what);
    let result: Result;
    try {
      result = action();
    } catch (error) {
      throw explainError(what, error);
    }
    requireFiles(what);
    return result;
  };
  const read = <Result>(action: () => Result) =>
    safely(
      `The store in ${folder} was not read.`,
      () => database.transaction(() => ({ result: action() })).deferred().result,
    );
  const write = <Result>(action: () => Result) =>
    safely(
      `Nothing was kept in ${folder}.`,
      () => database.transaction(() => ({ result: action() })).immediate().result,
    );

  return {
    sendLimitMs: defaultSendLimitMs,
    change: async (purpose, rules) => {
      const { result, isChanged } = await write(() => {
        const snapshot = {
          ...reading.purpose(purpose),
          store: reading.store(),
          standings: [],
          now: now(),
        };
        const { result, ...change } = rules(snapshot);
        const isChanged = Object.keys(change).length > 0;
        if (isChanged) writing.apply(purpose, snapshot, change);
        return { result, isChanged };
      });
      if (isChanged) for (const changed of watchers) changed(purpose);
      return result;
    },
    read: () =>
      read(() => ({
        ...{ store: reading.store(), standings: [], now: now() },
        purposes: reading.purposes(),
      })),
    page: (log, limit, before = Number.MAX_SAFE_INTEGER) =>
      read(() => reading.page(log, limit, before)),
    events: (after, upTo, limit) => read(() => reading.events(after, upTo, limit)),
    find: (log, id) => read(() => reading.find(log, id)),
    keepText: (digest, markdown) => write(() => writing.keepText(digest, markdown)),
    text: (digest) => read(() => reading.text(digest)),
    eraseName: (person) => write(() => writing.eraseName(person)),
    purge: () => safely(`Deleted data are still in files in ${folder}.`, purge),
    beginEpoch: () => write(() => writing.beginEpoch(uuid())),
    declare: async () => {},
    lead: async (wanted) => wanted,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close: async () => {
      watchers.clear();
      close();
    },
  };
}
