import type { Erasure } from "../../contract/fields.ts";
import type { Lock } from "../../contract/purposeState.ts";
import type { Json } from "../../payload/serializePayload.ts";

/** The two append-only lists: what was decided, and what was sent. */
export type Log = "decision" | "transmission";

/** Somebody's name, with the salt under which the chain of digests holds it. It can be erased. */
export interface Name {
  readonly id: string;
  readonly name: string;
  readonly salt: string;
}

/** Something to send. The core alone reads `data` (kind, attempts, when it is due). */
export interface Item {
  readonly id: string;
  /** The UUID that `bytes` hold, if any. */
  readonly uuid: string | null;
  readonly data: Json;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/**
 * An event of a log, appended and never removed or rewritten. Its `bytes` go with `uuid`,
 * the one that they hold; the name goes when a person's name is erased.
 */
export interface Entry {
  readonly id: string;
  readonly log: Log;
  /** The entry whose end this one tells; such an end stands in no page of its own. */
  readonly ends?: string;
  readonly by?: Name;
  readonly uuid?: string;
  readonly data: Json;
  readonly bytes?: Uint8Array<ArrayBuffer>;
}

/** An entry as the store has it, with its end, if one was appended. */
export interface StoredEntry {
  /** Counts the entries of both logs in their order, from 1 with gaps. */
  readonly number: number;
  readonly id: string;
  readonly log: Log;
  readonly purpose: string;
  readonly by: Name | null;
  readonly data: Json;
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly end: Json;
  /** Where it stands in the chain of digests; null in a store that keeps none. */
  readonly link: { readonly number: number; readonly head: string } | null;
}

/**
 * An entry as the chain of digests holds it: whatever can be deleted (bytes, UUIDs, names)
 * stands in it as a digest or not at all, so that deleting is not rewriting.
 */
export interface ChainEvent {
  readonly id: string;
  readonly log: Log;
  readonly purpose: string;
  /** The entry whose end it tells. */
  readonly ends: string | null;
  readonly data: Json;
  /** SHA-256 over salt, id and name of who did it. */
  readonly name: string | null;
  /** Whether it was there before there was a chain, which proves nothing of until then. */
  readonly migrated: boolean;
}

/** An event of the chain with where it stands. */
export interface LinkedEvent extends ChainEvent {
  readonly number: number;
  readonly head: string;
  /** Under which the name stands in it; gone with the name. */
  readonly salt: string | null;
}

/** A send that was begun and has no end yet. */
export interface OpenSend {
  readonly entry: StoredEntry;
  readonly item: string;
  readonly lane: string;
  readonly since: Date;
  /** Whether the process that began it may still be sending. */
  readonly ownerLives: boolean;
}

/** What the store says of itself. A restored store begins a new epoch. */
export interface StoreRow {
  readonly epoch: string;
  /** Counts every change of the epoch. */
  readonly counter: number;
  /** Number and digest of the newest event of the chain; null where there is no chain. */
  readonly number: number | null;
  readonly head: string | null;
  /** What `purge` did with what was deleted once it answers true; left out: nothing is said. */
  readonly erasure?: Erasure;
}

/**
 * What a process that serves the store stands for, for all of them and as long as it lives:
 * the locks that it was started with, and the revisions of its policy, newest first.
 */
export interface Standing {
  readonly locks: Readonly<Record<string, Lock>>;
  readonly revisions: readonly string[];
}

/** A purpose as of one moment. */
export interface PurposeReading {
  /** What the core keeps of it; null before the first change. */
  readonly state: Json;
  /** Who made the present decision. */
  readonly by: Name | null;
  /** Oldest first. */
  readonly items: readonly Item[];
  readonly open: readonly OpenSend[];
}

/** All that the rules of one purpose need, as of one moment. */
export interface Snapshot extends PurposeReading {
  readonly store: StoreRow;
  /** Of the other processes that live. */
  readonly standings: readonly Standing[];
  /** The store's clock, the same for all replicas. */
  readonly now: Date;
}

/** Every purpose as of one moment. */
export interface StoreReading {
  readonly store: StoreRow;
  /** Of the other processes that live. */
  readonly standings: readonly Standing[];
  readonly now: Date;
  readonly purposes: Readonly<Record<string, PurposeReading>>;
}

/**
 * What the rules want changed, all or nothing, in this order. The store adds every entry to
 * the chain of digests with it.
 */
export interface Change<Result> {
  readonly result: Result;
  readonly state?: Json;
  readonly append?: readonly Entry[];
  /** The entry whose `by` made the present decision; null: nobody. */
  readonly decidedBy?: string | null;
  /** Adds items, or replaces the `data` of those that are there. */
  readonly put?: readonly Item[];
  readonly drop?: readonly string[];
  /** Sends that are over, by the entries that began them: their lanes are free. */
  readonly end?: readonly string[];
  /** Begins a send; the change fails as a whole if its lane is taken. */
  readonly begin?: {
    readonly item: string;
    readonly lane: string;
    readonly entry: Entry;
  };
  /** UUIDs whose bytes go from every entry. */
  readonly forget?: readonly string[];
}

/** The limit of one send where a store is given no other, in milliseconds. */
export const defaultSendLimitMs = 30_000;

/** The lane of a send is taken: nothing was changed. */
export class LaneTaken extends Error {
  override readonly name = "LaneTaken";
}

/**
 * Where a panel keeps what was decided, sent and owed. It has one verb and knows no rule.
 * Each change counts `store.counter`; a change that asks for nothing (`result` alone)
 * writes nothing. What was not done rejects, with a `StoreError` where the store is why.
 */
export interface PanelStore {
  /**
   * How long a send may take, in milliseconds from before it was begun. One whose process is
   * gone may still be leaving until then.
   */
  readonly sendLimitMs: number;
  /**
   * Runs `rules` while nobody else can change that purpose, and applies what it returns as
   * a whole. `rules` is synchronous and pure: it may run again. What it throws leaves
   * everything as it was. The purpose is locked before the store's own row.
   */
  readonly change: <Result>(
    purpose: string,
    rules: (snapshot: Snapshot) => Change<Result>,
  ) => Promise<Result>;
  /** Every purpose that was ever changed, as of one moment. */
  readonly read: () => Promise<StoreReading>;
  /** Entries that begin something, newest first, with numbers below `before`. */
  readonly page: (
    log: Log,
    limit: number,
    before?: number,
  ) => Promise<readonly StoredEntry[]>;
  /** Events of the chain with numbers above `after` and up to `upTo`, oldest first. */
  readonly events: (
    after: number,
    upTo: number,
    limit: number,
  ) => Promise<readonly LinkedEvent[]>;
  readonly find: (log: Log, id: string) => Promise<StoredEntry | undefined>;
  /** Keeps a text for ever, under its digest in base64url. */
  readonly keepText: (digest: string, markdown: string) => Promise<void>;
  readonly text: (digest: string) => Promise<string | undefined>;
  /** Erases a person's name, id and salt wherever they stand. */
  readonly eraseName: (person: string) => Promise<void>;
  /**
   * Takes what was dropped, replaced or forgotten out of the store's files too. False when
   * that could not be done yet, as while something reads an older moment or the disk is
   * full: ask again. What is owed is kept, so ask at the start too.
   */
  readonly purge: () => Promise<boolean>;
  /** A restored backup is told apart from what went on without it: a new epoch begins. */
  readonly beginEpoch: () => Promise<void>;
  /** Says for all processes what this one stands for, as long as it lives. */
  readonly declare: (standing: Standing) => Promise<void>;
  /**
   * Whether this process is the one that sends. It offers to be, or with `wanted` false no
   * longer is; while one is, no other is told so.
   */
  readonly lead: (wanted: boolean) => Promise<boolean>;
  /**
   * Called after each change by any process, with its purpose; with null when this process
   * can no longer be told: it has to abort every send. Returns what ends it.
   */
  readonly watch: (changed: (purpose: string | null) => void) => () => void;
  /** Ends all watching; nothing else may be asked afterwards. */
  readonly close: () => Promise<void>;
}
