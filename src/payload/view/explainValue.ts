import type { CardItem } from "../../policy/document.ts";
import type { LocatedValue } from "../locateValues.ts";
import { isOfSameItem } from "./byteMarks.ts";
import { formatPath, shorten } from "./groupByItem.ts";
import type { ViewWords } from "./viewWords.ts";

/** What one value belongs to, in a sentence: an item, or why to none. */
export function explainValue(
  { place }: LocatedValue,
  items: readonly CardItem[],
  words: ViewWords,
): string {
  const item = items.find(({ id }) => id === place.item);
  if (place.status === "disclosed" && item) return item.label;
  const status = place.status === "disclosed" ? "undisclosed" : place.status;
  return words(`payload.${status}`, { path: formatPath(place.path) });
}

/** The place of a value among those of its item, counted from one. */
export function countWithin(values: readonly LocatedValue[], value: LocatedValue) {
  const alike = values.filter((other) => isOfSameItem(value, other));
  return { index: alike.indexOf(value) + 1, count: alike.length };
}

/** A selected value as a screen reader hears it. */
export function announceValue(
  value: LocatedValue,
  values: readonly LocatedValue[],
  text: string,
  items: readonly CardItem[],
  words: ViewWords,
): string {
  return words("highlight.announcement", {
    path: formatPath(value.place.path),
    raw: shorten(text.slice(value.start, value.end)),
    explanation: explainValue(value, items, words),
    ...countWithin(values, value),
  });
}
