import type { ChainedEvent } from "../../contract/logPage.ts";
import type { PrivacyExport } from "../../contract/privacyExport.ts";
import type { Json } from "../../payload/serializePayload.ts";
import type { ChainEvent } from "../store/panelStore.ts";
import { eventDigest, firstHead, nameDigest, nextHead } from "./chainEvent.ts";

/** A head that somebody kept, as a receipt carries it. */
export interface KeptHead {
  readonly number: number;
  readonly head: string;
  readonly epoch: string;
}

/** What was found to be amiss, and where. */
export type ExportFinding =
  /** The event with this number is not the one that the chain was made with, or not in its place. */
  | { readonly kind: "event-changed"; readonly number: number; readonly id: string }
  | { readonly kind: "event-missing"; readonly number: number }
  /** What the history or the log tells is not what the event says. */
  | { readonly kind: "entry-changed"; readonly number: number; readonly id: string }
  | { readonly kind: "entry-missing"; readonly number: number; readonly id: string }
  | { readonly kind: "entry-added"; readonly id: string };

/** How the chain relates to a head that was kept: it goes on from there, or it does not. */
export type HeadFinding =
  /** It has that very head at that number. */
  | "goes-on"
  /** Another head stands there: what came before was rewritten. */
  | "rewritten"
  /** It ends before, or has another head there, and the store was restored in between. */
  | "restored"
  /** It ends before that number. */
  | "shorter";

export interface CheckedExport {
  readonly events: number;
  /** Those that were there before there was a chain, of which it proves nothing until then. */
  readonly migrated: number;
  readonly findings: readonly ExportFinding[];
  /** Undefined where no head was given. */
  readonly head?: HeadFinding;
}

/**
 * Checks an export against the chain of digests in it, and that against a head that was kept.
 * Undefined for an export of a panel that keeps no chain.
 */
export function checkExport(
  { log, decisions, transmissions }: PrivacyExport,
  kept?: KeptHead,
): CheckedExport | undefined {
  if (!log) return undefined;
  const events = log.events;
  return {
    events: events.length,
    migrated: events.filter(({ event }) => event.migrated).length,
    findings: [
      ...brokenLinks(events),
      ...differingEntries(events, [...decisions, ...transmissions]),
    ],
    ...(kept && { head: compareHead(log, kept) }),
  };
}

function brokenLinks(events: readonly ChainedEvent[]): readonly ExportFinding[] {
  let before = { number: 0, head: firstHead };
  return events.flatMap(({ number, digest, head, event }): ExportFinding[] => {
    const expected = before;
    before = { number, head };
    const missing = Math.max(0, number - expected.number - 1);
    const gaps = Array.from({ length: Math.min(missing, 50) }, (_, index) => ({
      ...{ kind: "event-missing" as const, number: expected.number + 1 + index },
    }));
    const isSame = eventDigest(event as ChainEvent) === digest;
    const isNext = number > expected.number && nextHead(expected.head, digest) === head;
    const follows = isSame && (isNext || missing > 0);
    return follows ? gaps : [...gaps, { kind: "event-changed", number, id: event.id }];
  });
}

type Entry = PrivacyExport["decisions"][number] | PrivacyExport["transmissions"][number];

function differingEntries(
  events: readonly ChainedEvent[],
  entries: readonly Entry[],
): readonly ExportFinding[] {
  const told = new Map(entries.map((entry) => [entry.id, entry]));
  const begun = events.filter(({ event }) => event.ends === null);
  const ids = new Set(begun.map(({ event }) => event.id));
  const ends = new Map(
    events.flatMap(({ event }) => (event.ends ? [[event.ends, event.data]] : [])),
  );
  return [
    ...begun.flatMap((one): ExportFinding[] => {
      const { number, event } = one;
      const { id } = event;
      const entry = told.get(id);
      if (!entry) return [{ kind: "entry-missing", number, id }];
      const agrees = isAsTold(one, entry, ends.get(id));
      return agrees ? [] : [{ kind: "entry-changed", number, id }];
    }),
    ...entries.flatMap(({ id }): ExportFinding[] =>
      ids.has(id) ? [] : [{ kind: "entry-added", id }],
    ),
  ];
}

/** Whether an entry tells what its event and its end say, and names who did it. */
function isAsTold(
  { number, head, salt, event }: ChainedEvent,
  entry: Entry,
  end: unknown,
): boolean {
  const said: Record<string, Json> = { ...membersOf(event.data), ...membersOf(end) };
  // Of an attempt the end has a time of its own, and the entry tells when it began.
  const at = membersOf(event.data).at;
  const names = Object.keys(said).filter((name) => name in entry);
  return (
    entry.purpose === event.purpose &&
    entry.number === number &&
    entry.head === head &&
    names.every((name) =>
      isEqual(Reflect.get(entry, name), name === "at" ? at : said[name]),
    ) &&
    isNamed("by" in entry ? entry.by : null, event.name, salt)
  );
}

/** A name that was erased is not told, and nothing can be said of it. */
function isNamed(
  by: { readonly id: string; readonly name: string } | null,
  name: string | null,
  salt: string | null,
): boolean {
  if (!by) return true;
  return name !== null && salt !== null && nameDigest({ ...by, salt }) === name;
}

function compareHead(
  { events, epoch }: NonNullable<PrivacyExport["log"]>,
  kept: KeptHead,
): HeadFinding {
  const found = events.find(({ number }) => number === kept.number);
  if (found?.head === kept.head) return "goes-on";
  if (epoch !== kept.epoch) return "restored";
  return found ? "rewritten" : "shorter";
}

function membersOf(data: unknown): Record<string, Json> {
  return typeof data === "object" && data !== null ? (data as Record<string, Json>) : {};
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
