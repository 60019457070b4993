import type {
  Item,
  LinkedEvent,
  Log,
  Name,
  StoredEntry,
} from "../panel/store/panelStore.ts";
import type { Json } from "../payload/serializePayload.ts";

/** Somebody's name beside an entry, where there is one. */
export interface NameRow {
  readonly person: string | null;
  readonly name: string | null;
  readonly salt: string | null;
}

export interface EntryRow extends NameRow {
  readonly number: number;
  readonly id: string;
  readonly log: Log;
  readonly purpose: string;
  readonly data: string;
  readonly bytes: Uint8Array | null;
  readonly end: string | null;
  /** Its number and head in the chain. */
  readonly place: number | null;
  readonly head: string | null;
}

/** An event of the chain. */
export interface EventRow extends Pick<EntryRow, "id" | "log" | "purpose" | "data"> {
  readonly place: number;
  readonly head: string;
  readonly ends: string | null;
  readonly name: string | null;
  readonly salt: string | null;
  readonly migrated: boolean | number;
}

export interface ItemRow {
  readonly id: string;
  readonly uuid: string | null;
  readonly data: string;
  readonly bytes: Uint8Array;
}

export interface SendRow extends EntryRow {
  readonly lane: string;
  readonly item: string;
  readonly since: string;
  readonly owner: string;
}

export interface PurposeRow extends NameRow {
  readonly id: string;
  readonly state: string;
}

export function toName({ person, name, salt }: NameRow): Name | null {
  return person === null || name === null || salt === null
    ? null
    : { id: person, name, salt };
}

export function toEntry(row: EntryRow): StoredEntry {
  const { number, id, log, purpose } = row;
  return {
    ...{ number, id, log, purpose },
    by: toName(row),
    data: toJson(row.data),
    bytes: row.bytes && Uint8Array.from(row.bytes),
    end: row.end === null ? null : toJson(row.end),
    link: toLink(row),
  };
}

function toLink({ place, head }: EntryRow): StoredEntry["link"] {
  return place === null || head === null ? null : { number: place, head };
}

export function toEvent(row: EventRow): LinkedEvent {
  const { id, log, purpose, ends, name, head, place, salt } = row;
  return {
    ...{ id, log, purpose, ends, name, head, salt },
    ...{ data: toJson(row.data), migrated: Boolean(row.migrated), number: place },
  };
}

export function toItem({ id, uuid, data, bytes }: ItemRow): Item {
  return { id, uuid, data: toJson(data), bytes: Uint8Array.from(bytes) };
}

/** What the store itself wrote as JSON; the core parses what it means. */
export function toJson(text: string): Json {
  return JSON.parse(text) as Json;
}
