import type { Erasure } from "../../src/contract/fields.ts";
import type { Entry, Item, Log, PanelStore } from "../../src/panel/store/panelStore.ts";

/** What a test gives a store, so that nothing in it is left to chance. */
interface StoreSurroundings {
  readonly now: () => Date;
  readonly uuid: () => string;
}

/** A kind of store. What it opens goes when the test is over. */
export interface StoreSubject {
  /** Opens a store over data of its own, empty. */
  readonly open: (surroundings: StoreSurroundings) => Promise<OpenedStore>;
  /** What it says became of deleted bytes, if it says it. */
  readonly erasure?: Erasure;
}

interface OpenedStore {
  readonly store: PanelStore;
  /** Another process's store over the same data, for kinds that allow one. */
  readonly openReplica?: () => Promise<PanelStore>;
}

/** A clock that stands until it is moved, and names that count. */
export function standingSurroundings(start = "2026-01-01T00:00:00.000Z") {
  let at = Date.parse(start);
  let made = 0;
  return {
    now: () => new Date(at),
    uuid: () => uuidOf(++made),
    wait: (ms: number) => {
      at += ms;
    },
  };
}

/** The UUID of that number. */
export function uuidOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function entryOf(id: string, more: Partial<Entry> & { log?: Log } = {}): Entry {
  return { id, log: "decision", data: { of: id }, ...more };
}

export function itemOf(id: string, more: Partial<Item> = {}): Item {
  return { id, uuid: null, data: { of: id }, bytes: bytesOf(`bytes of ${id}`), ...more };
}
