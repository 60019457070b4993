import type { Erasure } from "../../contract/fields.ts";
import { applyChange } from "./applyChange.ts";
import { emptyMemory, linked, type Memory, readPurpose, stored } from "./memory.ts";
import {
  type Change,
  defaultSendLimitMs,
  type Log,
  type PanelStore,
  type Snapshot,
  type StoredEntry,
  type StoreReading,
} from "./panelStore.ts";

/** A store that also answers at once, for a page, a story or a test. */
export interface MemoryStore extends PanelStore {
  readonly changeNow: <Result>(
    purpose: string,
    rules: (snapshot: Snapshot) => Change<Result>,
  ) => Result;
  readonly readNow: () => StoreReading;
  readonly pageNow: (log: Log, limit: number, before?: number) => readonly StoredEntry[];
  /** All that it holds, for another memory store to go on from. */
  readonly memory: () => Memory;
}

/** What the store in memory is made of: a clock and names, for tests that need the same ones. */
export interface MemoryStoreOptions {
  /** @default the present */
  readonly now?: () => Date;
  /** Makes the names of epochs. @default `crypto.randomUUID` */
  readonly uuid?: () => string;
  /** What it says of deleted bytes in the place of another store. @default nothing */
  readonly erasure?: Erasure | undefined;
  /** What an earlier memory store held. @default nothing, in a new epoch */
  readonly memory?: Memory | undefined;
}

/** Keeps everything in memory; each change is one synchronous step. */
export function createMemoryStore({
  now = () => new Date(),
  uuid = () => crypto.randomUUID(),
  erasure,
  memory: earlier,
}: MemoryStoreOptions = {}): MemoryStore {
  const watchers = new Set<(purpose: string | null) => void>();
  let memory =
    earlier ??
    emptyMemory({
      ...{ epoch: uuid(), counter: 0, number: null, head: null },
      ...(erasure && { erasure }),
    });

  const readNow = (): StoreReading => ({
    store: memory.store,
    standings: [],
    now: now(),
    purposes: Object.fromEntries(
      Object.keys(memory.purposes).map((id) => [id, readPurpose(memory, id)]),
    ),
  });
  const pageNow: MemoryStore["pageNow"] = (
    log,
    limit,
    before = Number.POSITIVE_INFINITY,
  ) =>
    memory.entries
      .filter((one) => one.log === log && !one.ends && one.number < before)
      .slice(-limit)
      .map((one) => stored(memory, one))
      .reverse();
  const changeNow: MemoryStore["changeNow"] = (purpose, rules) => {
    const snapshot = {
      ...readPurpose(memory, purpose),
      ...{ store: memory.store, standings: [], now: now() },
    };
    const { result, ...change } = rules(snapshot);
    if (Object.keys(change).length === 0) return result;
    memory = applyChange(memory, purpose, change, snapshot.now);
    for (const changed of watchers) changed(purpose);
    return result;
  };

  return {
    sendLimitMs: defaultSendLimitMs,
    changeNow,
    readNow,
    pageNow,
    memory: () => memory,
    change: async (purpose, rules) => changeNow(purpose, rules),
    read: async () => readNow(),
    page: async (log, limit, before) => pageNow(log, limit, before),
    events: async (after, upTo, limit) =>
      memory.entries
        .filter(({ link }) => link.number > after && link.number <= upTo)
        .slice(0, limit)
        .map(linked),
    find: async (log, id) => {
      const found = memory.entries.find(
        (one) => one.log === log && !one.ends && one.id === id,
      );
      return found && stored(memory, found);
    },
    keepText: async (digest, markdown) => {
      memory = { ...memory, texts: { [digest]: markdown, ...memory.texts } };
    },
    text: async (digest) =>
      Object.hasOwn(memory.texts, digest) ? memory.texts[digest] : undefined,
    eraseName: async (person) => {
      memory = {
        ...memory,
        entries: memory.entries.map(({ by, ...entry }) =>
          by && by.id !== person ? { ...entry, by } : entry,
        ),
      };
    },
    purge: async () => true,
    beginEpoch: async () => {
      memory = { ...memory, store: { ...memory.store, epoch: uuid(), counter: 0 } };
    },
    declare: async () => {},
    lead: async (wanted) => wanted,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    close: async () => watchers.clear(),
  };
}
