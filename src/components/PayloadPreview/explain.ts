import type { Pointing } from "../../hooks/usePointing.ts";
import type { Words } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import type { CardItem, Section, Sentence } from "../../policy/document.ts";
import { isOfSameItem } from "./byteMarks.ts";
import { formatPath, shorten } from "./summarize.ts";

/** The sentence of a section that tells of a disclosed item. */
export function sentenceOf(section: Section, item: string): Sentence | undefined {
  return section.blocks
    .flatMap((block) =>
      block.type === "paragraph"
        ? block.sentences
        : block.type === "list"
          ? block.entries
          : [],
    )
    .find(({ items }) => items.includes(item));
}

/** What one value belongs to, in a sentence: an item, or why to none. */
export function explainValue(
  { place }: LocatedValue,
  items: readonly CardItem[],
  words: Words,
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

/** The pointed value as a screen reader hears it. */
export function announcePointed(
  { at, values }: Pick<Pointing, "at" | "values">,
  text: string,
  items: readonly CardItem[],
  words: Words,
): string {
  if (!at) return "";
  return words("pointing.announcement", {
    path: formatPath(at.place.path),
    raw: shorten(text.slice(at.start, at.end)),
    explanation: explainValue(at, items, words),
    ...countWithin(values(), at),
  });
}
