import type { Json } from "../../payload/serializePayload.ts";
import { type ChainLink, eventOf } from "../chain/index.ts";
import type {
  Entry,
  Item,
  LinkedEvent,
  Name,
  PurposeReading,
  StoredEntry,
  StoreRow,
} from "./panelStore.ts";

export interface KeptPurpose {
  readonly state: Json;
  readonly decidedBy: string | null;
  readonly items: readonly Item[];
}

export interface KeptEntry extends Entry {
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

/** What a store holds that is new. */
export const emptyMemory = (store: StoreRow): Memory => ({
  ...{ store, purposes: {}, entries: [], sends: [], texts: {} },
});

/** What it holds of a purpose. */
export function readPurpose(memory: Memory, id: string): PurposeReading {
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

/** A purpose as it is kept; one of which nothing is has no state. */
export function purposeOf({ purposes }: Memory, id: string): KeptPurpose {
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

/** An event of the chain as it stands in it. */
export function linked({ link, purpose, ...entry }: KeptEntry): LinkedEvent {
  const { number, head, name, migrated } = link;
  const salt = entry.by?.salt ?? null;
  return { ...eventOf(entry, purpose, migrated), name, number, head, salt };
}

/** An entry of a log with how it ended. */
export function stored({ entries }: Memory, entry: KeptEntry): StoredEntry {
  const { number, id, log, purpose, data, link } = entry;
  return {
    ...{ number, id, log, purpose, data },
    link: { number: link.number, head: link.head },
    by: entry.by ?? null,
    bytes: entry.bytes ?? null,
    end: entries.find(({ ends }) => ends === id)?.data ?? null,
  };
}
