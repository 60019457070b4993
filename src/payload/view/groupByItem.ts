import type { Path, Place } from "../explainPayload.ts";
import { escapeUnreadable, type Json } from "../serializePayload.ts";

export interface ItemValue {
  /** The key under which the value stands in its object. */
  readonly key: string;
  readonly value: Json;
}

/** What a payload says of one item: an entry for each thing that it lists. */
interface ItemSummary {
  readonly item: string;
  readonly entries: readonly (readonly ItemValue[])[];
}

/**
 * Groups the disclosed values of a payload by item, and within it by the object that they
 * stand in, so that a name and its version make one entry.
 */
export function groupByItem(
  places: readonly Place[],
  items: readonly string[],
): readonly ItemSummary[] {
  const byItem = new Map(items.map((item) => [item, new Map<string, ItemValue[]>()]));
  for (const { item, path, value } of places) {
    const entries = item === undefined ? undefined : byItem.get(item);
    if (!entries || value === undefined) continue;
    const object = path.slice(0, -1).join("\0");
    const entry = entries.get(object);
    const said = { key: String(path.at(-1)), value };
    if (entry) entry.push(said);
    else entries.set(object, [said]);
  }
  return [...byItem].map(([item, entries]) => ({ item, entries: [...entries.values()] }));
}

/** A place's path as a reader of JSON writes it, such as `services[0].name`; `$` for the whole. */
export function formatPath(path: Path): string {
  if (path.length === 0) return "$";
  return shorten(
    path
      .map((key, index) => {
        if (typeof key === "number") return `[${key}]`;
        if (!plainName.test(key)) return `[${JSON.stringify(key)}]`;
        return index === 0 ? key : `.${key}`;
      })
      .join(""),
  );
}

/** Any other name could be read as a path. */
const plainName = /^[\p{L}\p{N}_$-]+$/u;

/** How the lack of a value is said: `null` stands for a version in the shipped payloads. */
export function sayNull(key: string): "payload.noVersion" | "payload.notStated" {
  return key === "version" ? "payload.noVersion" : "payload.notStated";
}

/** A value of the payload as a sentence can hold it; what a list or object holds is left out. */
export function formatValue(value: Json): string {
  if (typeof value === "string") return shorten(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isEmpty = Object.keys(value).length === 0;
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return isEmpty ? `${open}${close}` : `${open}…${close}`;
}

const maxTextLength = 500;

/** A foreign text as a sentence can hold it; the whole stands in the bytes. */
export function shorten(text: string, maxLength = maxTextLength): string {
  const short = text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
  return escapeUnreadable(short);
}
