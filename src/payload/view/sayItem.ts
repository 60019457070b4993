import type { CardItem } from "../../policy/document.ts";
import { nilUuid } from "../../policy/nilUuid.ts";
import type { Place } from "../explainPayload.ts";
import { pathKey } from "../pathKey.ts";
import { groupByItem, type ItemValue, shorten } from "./groupByItem.ts";
import { sayValue } from "./sayValue.ts";
import type { ViewWords } from "./viewWords.ts";

/** What a payload holds of one item; of a list of a field only how many members it has. */
type ItemContent =
  | { readonly kind: "absent" | "notIncluded" }
  | { readonly kind: "entries"; readonly entries: readonly (readonly ItemValue[])[] }
  | { readonly kind: "fields"; readonly fields: readonly FieldContent[] };

type FieldContent =
  | { readonly kind: "value"; readonly label: string; readonly value: ItemValue }
  | { readonly kind: "list"; readonly label: string; readonly count: number };

/** Finds what the places of a payload hold of one item, by its fields where it names them. */
export function contentOf(places: readonly Place[], item: CardItem): ItemContent {
  const own = places.filter((place) => place.item === item.id);
  const [summary] = groupByItem(own, [item.id]);
  const entries = summary?.entries ?? [];
  if (entries.length === 0) {
    const isAbsent = own.some(({ status }) => status === "absent");
    return { kind: isAbsent ? "absent" : "notIncluded" };
  }
  const fields = Object.entries(item.fields).flatMap(([key, label]) =>
    fieldOf(own, key, label),
  );
  return fields.length > 0 ? { kind: "fields", fields } : { kind: "entries", entries };
}

function fieldOf(places: readonly Place[], key: string, label: string): FieldContent[] {
  const within = places.filter(({ path }) => path.includes(key));
  const [first] = within;
  if (!first) return [];
  const { value, path } = first;
  if (path.at(-1) !== key || Array.isArray(value)) {
    return [{ kind: "list", label, count: countMembers(within, key) }];
  }
  return value === undefined ? [] : [{ kind: "value", label, value: { key, value } }];
}

/** How many members a list has, whatever each of them holds. */
function countMembers(places: readonly Place[], key: string): number {
  const members = new Set<string>();
  for (const { path } of places) {
    const at = path.indexOf(key);
    if (at + 1 < path.length) members.add(pathKey(path.slice(0, at + 2)));
  }
  return members.size;
}

/** An item in a line or two. */
interface SaidItem {
  readonly text: string;
  /** How many entries there are, where the text has only the first of them. */
  readonly count?: number;
}

interface SayItemOptions {
  readonly words: ViewWords;
  /** Writes a number as the language does. */
  readonly format: (count: number) => string;
  /** Whether zeros stand where a UUID will, and are right to. */
  readonly hasPlaceholder: boolean;
}

/**
 * Says what a payload holds of an item: its fields by their labels (`Process client, signal
 * 6 – SIGABRT`), else its entries (`nginx 1.22.1, postgresql 15.18`), of many the first.
 */
export function sayItem(
  content: ItemContent,
  item: CardItem,
  options: SayItemOptions,
): SaidItem {
  switch (content.kind) {
    case "absent":
    case "notIncluded":
      return { text: options.words(`payload.${content.kind}`) };
    case "entries":
      return sayEntries(content.entries, item, options);
    case "fields":
      return { text: sayFields(content.fields, item, options) };
  }
}

/** As much of a list as a line holds beside its name. */
const maxListLength = 30;
const maxEntryLength = 120;

function sayEntries(
  entries: readonly (readonly ItemValue[])[],
  item: CardItem,
  { words, hasPlaceholder }: SayItemOptions,
): SaidItem {
  const say = (value: ItemValue) =>
    hasPlaceholder && value.value === nilUuid
      ? words("payload.uuidLater")
      : sayValue(value, item, words);
  const said: string[] = [];
  let length = 0;
  for (const values of entries) {
    const entry = shorten(values.map(say).join(" "), maxEntryLength);
    length += entry.length + ", ".length;
    if (said.length > 0 && length > maxListLength) break;
    said.push(entry);
  }
  const text = said.join(", ");
  return said.length < entries.length ? { text, count: entries.length } : { text };
}

function sayFields(
  fields: readonly FieldContent[],
  item: CardItem,
  { words, format }: SayItemOptions,
): string {
  const said = fields.map((field) => {
    const { label } = field;
    if (field.kind === "value") return `${label} ${sayValue(field.value, item, words)}`;
    const { count } = field;
    return words("payload.fieldCount", { count, number: format(count), label });
  });
  const text = shorten(said.join(", "), 2 * maxEntryLength);
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
