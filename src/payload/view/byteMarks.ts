import type { BrokenBytes } from "../decodeUtf8.ts";
import { type LocatedPlace, type LocatedValue, valuesWithin } from "../locateValues.ts";
import type { ReadPayload } from "../readPayload.ts";

/** A piece of the text that is set apart, and why. */
export interface ByteMark {
  readonly start: number;
  readonly end: number;
  /** What is wrong with it. */
  readonly finding?: Exclude<LocatedPlace["status"], "disclosed"> | "broken";
  /** Whether it is highlighted itself, or with the other values of its item. */
  readonly highlighted?: "value" | "item";
  readonly isChanged?: boolean;
  /** The bytes that are no text, in hexadecimal. */
  readonly code?: string;
}

/** One value, and with it the others of its item; or the values of some items, all alike. */
export type Highlighted =
  | { readonly as: "value"; readonly value: LocatedValue }
  | { readonly as: "items"; readonly items: readonly string[] };

export interface MarkedBytes {
  readonly reading: ReadPayload;
  readonly values: readonly LocatedValue[];
  readonly highlighted: Highlighted | undefined;
  /** Counts how often a value was selected. */
  readonly selections: number;
  /** Where the values begin that are marked as changed. */
  readonly changed: ReadonlySet<number>;
}

/** Whatever a foreign payload holds, a page of it stays quick. */
const maxPerKind = 2_000;

/** What is set apart in a piece of the text; marks follow each other and never overlap. */
export function marksWithin(
  { reading, values, highlighted, changed }: Omit<MarkedBytes, "selections">,
  start: number,
  end: number,
): readonly ByteMark[] {
  switch (reading.status) {
    case "readable":
      return atMost(
        valuesWithin(values, start, end).flatMap((value) =>
          markOf(value, highlighted, changed),
        ),
      );
    case "not-json":
      return isWithin(reading.offset, start, end, reading.text)
        ? [{ start: reading.offset, end: afterCharacter(reading), finding: "broken" }]
        : [];
    case "not-utf8":
      return reading.broken
        .filter(({ offset }) => start <= offset && offset < end)
        .map(brokenMark);
    default:
      return [];
  }
}

/** What is selected is never left out, and what is wrong not for what is merely highlighted. */
function atMost(marks: readonly ByteMark[]): readonly ByteMark[] {
  const left = { wrong: maxPerKind, other: maxPerKind };
  return marks.filter(({ finding, highlighted }) => {
    if (highlighted === "value") return true;
    const kind = finding ? "wrong" : "other";
    left[kind] -= 1;
    return left[kind] >= 0;
  });
}

function afterCharacter({ text, offset }: { text: string; offset: number }): number {
  return offset + String.fromCodePoint(text.codePointAt(offset) ?? 0).length;
}

function markOf(
  value: LocatedValue,
  highlight: Highlighted | undefined,
  changed: ReadonlySet<number>,
): ByteMark[] {
  const { place, nameStart, start, end } = value;
  const isChanged = changed.has(start);
  const highlighted = highlightOf(value, highlight);
  if (place.status === "disclosed") {
    if (!highlighted && !isChanged) return [];
    return [{ start, end, isChanged, ...(highlighted && { highlighted }) }];
  }
  return [
    {
      ...{ start: nameStart, end, finding: place.status, isChanged },
      ...(highlighted && { highlighted }),
    },
  ];
}

function highlightOf(
  value: LocatedValue,
  highlight: Highlighted | undefined,
): ByteMark["highlighted"] {
  if (highlight?.as === "items") {
    const { item } = value.place;
    return item !== undefined && highlight.items.includes(item) ? "item" : undefined;
  }
  if (!highlight || !isOfSameItem(value, highlight.value)) return undefined;
  return value === highlight.value ? "value" : "item";
}

/** Whether two values are explained alike: by one item, or by none. */
export function isOfSameItem(
  { place: one }: LocatedValue,
  { place: other }: LocatedValue,
) {
  return (
    one.item === other.item && (one.item !== undefined || one.status === other.status)
  );
}

/** A fault at the end of the text belongs to its last piece. */
function isWithin(offset: number, start: number, end: number, text: string): boolean {
  return start <= offset && (offset < end || end === text.length);
}

function brokenMark({ offset, hex }: BrokenBytes): ByteMark {
  return { start: offset, end: offset + 1, finding: "broken", code: hex };
}

/** A piece of a block: a text, and what sets it apart. */
interface MarkedPiece {
  readonly text: string;
  readonly mark?: ByteMark;
}

/** Cuts a block of the text at its marks; joined the pieces are the block. */
export function cutAtMarks(
  block: string,
  offset: number,
  marks: readonly ByteMark[],
): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const mark of marks) {
    const start = Math.max(at, mark.start - offset);
    const end = Math.min(block.length, mark.end - offset);
    if (start > at) pieces.push({ text: block.slice(at, start) });
    pieces.push({ text: block.slice(start, end), mark });
    at = Math.max(start, end);
  }
  if (at < block.length || pieces.length === 0) pieces.push({ text: block.slice(at) });
  return pieces;
}
