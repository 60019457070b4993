import type { Erasure } from "../../contract/fields.ts";
import type { Json } from "../../payload/serializePayload.ts";
import { type ChainLink, eventOf, linksOf } from "../chain/index.ts";
import {
  type Change,
  defaultSendLimitMs,
  type Entry,
  type Item,
  LaneTaken,
  type LinkedEvent,
  type Log,
  type Name,
  type PanelStore,
  type PurposeReading,
  type Snapshot,
  type StoredEntry,
  type StoreReading,
  type StoreRow,
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

interface KeptPurpose {
  readonly state: Json;
  readonly decidedBy: string | null;
  readonly items: readonly Item[];
}

interface KeptEntry extends Entry {
  readonly number: number;
  readonly purpose: string;
  readonly link: ChainLink;
}

interface KeptSend {
  readonly entry: string;
  readonly purpose: string;
  readonly item: string;
  readonly lane: string;
  readonly since: Date;
}

/** All that a memory store holds. Nothing in it is ever changed, only replaced. */
export interface Memory {
  readonly store: StoreRow;
  readonly purposes: Readonly<Record<string, KeptPurpose>>;
  readonly entries: readonly KeptEntry[];
  readonly sends: readonly KeptSend[];
  readonly texts: Readonly<Record<string, string>>;
}

const unknown: KeptPurpose = { state: null, decidedBy: null, items: [] };

/** Keeps everything in memory; each change is one synchronous step. */
export function createMemoryStore({
  now = () => new Date(),
  uuid = () => crypto.randomUUID(),
  erasure,
  memory: earlier,
}: MemoryStoreOptions = {}): MemoryStore {
  const watchers = new Set<(purpose: string | null) => void>();
  let memory: Memory = earlier ?? {
    store: {
      ...{ epoch: uuid(), counter: 0, number: null, head: null },
      ...(erasure && { erasure }),
    },
    purposes: {},
    entries: [],
    sends: [],
    texts: {},
  };

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
    memory = apply(memory, purpose, change, snapshot.now);
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

function readPurpose(memory: Memory, id: string): PurposeReading {
  const { state, decidedBy, items } = purposeOf(memory, id);
  return {
    state,
    by: nameOf(memory, decidedBy),
    items,
    open: memory.sends
      .filter((send) => send.purpose === id)
      .map(({ entry, item, lane, since }) => ({
        ...{ item, lane, since },
        entry: stored(memory, entryOf(memory, entry)),
        ownerLives: true,
      })),
  };
}

function apply(
  memory: Memory,
  purpose: string,
  change: Omit<Change<unknown>, "result">,
  now: Date,
): Memory {
  const { append = [], put = [], drop = [], begin, end = [], forget = [] } = change;
  const before = purposeOf(memory, purpose);
  const sends = memory.sends.filter(({ entry }) => !end.includes(entry));
  if (begin && sends.some(({ lane }) => lane === begin.lane)) throw new LaneTaken();

  const first = (memory.entries.at(-1)?.number ?? 0) + 1;
  const links = linksOf(memory.store, purpose, change);
  const added = [...append, ...(begin ? [begin.entry] : [])].flatMap((entry, index) => {
    const link = links[index];
    return link ? [{ ...entry, purpose, number: first + index, link }] : [];
  });
  const last = links.at(-1);
  const isTwice = added.some(({ id }, index) =>
    [...memory.entries, ...added.slice(0, index)].some((entry) => entry.id === id),
  );
  if (isTwice) throw new RangeError("An entry has the id of another.");
  const items = put.reduce(withItem, before.items).filter(({ id }) => !drop.includes(id));
  return {
    ...memory,
    store: {
      ...memory.store,
      ...(last && { number: last.number, head: last.head }),
      counter: memory.store.counter + 1,
    },
    purposes: {
      ...memory.purposes,
      [purpose]: {
        state: change.state === undefined ? before.state : change.state,
        decidedBy: change.decidedBy === undefined ? before.decidedBy : change.decidedBy,
        items,
      },
    },
    entries: [...memory.entries, ...added].map((entry) =>
      entry.uuid !== undefined && forget.includes(entry.uuid)
        ? withoutBytes(entry)
        : entry,
    ),
    sends: begin
      ? [
          ...sends,
          {
            entry: begin.entry.id,
            purpose,
            item: begin.item,
            lane: begin.lane,
            since: now,
          },
        ]
      : sends,
  };
}

/** Adds an item, or replaces the `data` of the one that is there. */
function withItem(items: readonly Item[], item: Item): readonly Item[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((one) => (one.id === item.id ? { ...one, data: item.data } : one))
    : [...items, item];
}

function withoutBytes({ uuid, bytes, ...entry }: KeptEntry): KeptEntry {
  return entry;
}

function purposeOf({ purposes }: Memory, id: string): KeptPurpose {
  return (Object.hasOwn(purposes, id) && purposes[id]) || unknown;
}

function entryOf({ entries }: Memory, id: string): KeptEntry {
  const found = entries.find((entry) => entry.id === id);
  if (!found) throw new RangeError(`There is no entry ${id}.`);
  return found;
}

function nameOf({ entries }: Memory, id: string | null): Name | null {
  return entries.find((entry) => entry.id === id)?.by ?? null;
}

function linked({ link, purpose, ...entry }: KeptEntry): LinkedEvent {
  const { number, head, name, migrated } = link;
  const salt = entry.by?.salt ?? null;
  return { ...eventOf(entry, purpose, migrated), name, number, head, salt };
}

function stored({ entries }: Memory, entry: KeptEntry): StoredEntry {
  const { number, id, log, purpose, data, link } = entry;
  return {
    ...{ number, id, log, purpose, data },
    link: { number: link.number, head: link.head },
    by: entry.by ?? null,
    bytes: entry.bytes ?? null,
    end: entries.find(({ ends }) => ends === id)?.data ?? null,
  };
}
