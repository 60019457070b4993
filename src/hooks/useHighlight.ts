"use client";
import { useMemo, useState } from "react";
import { type LocatedValue, locateValues } from "../payload/locateValues.ts";
import type { ReadPayload } from "../payload/readPayload.ts";
import type { Highlighted } from "../payload/view/byteMarks.ts";

/** What is highlighted in a payload: what a reader points at, else what was selected. */
export interface Highlight {
  /** Every value with what explains it, in the order of the bytes; made when first asked for. */
  readonly values: () => readonly LocatedValue[];
  readonly highlighted: Highlighted | undefined;
  /** The value that was selected, which stays so when the pointer goes on. */
  readonly selected: LocatedValue | undefined;
  /** Counts how often something was selected; the same value may be selected again. */
  readonly selections: number;
  readonly select: (value: LocatedValue) => void;
  /** Selects the first value of a disclosed item, if the payload has one. */
  readonly selectItem: (item: string) => void;
  /** Selects the next value or the one before, and from none the first or last. */
  readonly step: (by: 1 | -1) => void;
  /** Highlights what a pointer or the focus is at; nothing any more once it has left. */
  readonly hover: (to: Highlighted | undefined) => void;
  /** Where the values begin that are marked as changed. */
  readonly changed: ReadonlySet<number>;
  readonly markChanged: (starts: ReadonlySet<number>) => void;
}

interface HighlightState {
  readonly reading: ReadPayload | undefined;
  readonly selected: LocatedValue | undefined;
  readonly selections: number;
  readonly hovered: Highlighted | undefined;
  readonly changed: ReadonlySet<number>;
}

/** Other bytes on the screen begin with nothing highlighted. */
export function useHighlight(reading: ReadPayload | undefined): Highlight {
  const [state, setState] = useState(() => nothingOf(reading));
  const values = useMemo(() => locateLazily(reading), [reading]);
  const ofReading = (one: HighlightState) =>
    one.reading === reading ? one : nothingOf(reading);
  const { selected, selections, hovered, changed } = ofReading(state);

  // Pointer events may follow each other faster than they are rendered.
  const change = (next: (current: HighlightState) => Partial<HighlightState>) =>
    setState((last) => ({ ...ofReading(last), ...next(ofReading(last)) }));
  const select = (value: LocatedValue | undefined) => {
    if (!value) return;
    change(({ selections: before }) => ({
      selected: value,
      selections: before + 1,
      hovered: undefined,
    }));
  };
  const hover = (to: Highlighted | undefined) =>
    setState((last) => {
      const current = ofReading(last);
      return isSame(to, current.hovered) ? last : { ...current, hovered: to };
    });
  const firstOf = (item: string) => values().find(({ place }) => place.item === item);

  return {
    values,
    highlighted: hovered ?? (selected && { as: "value", value: selected }),
    selected,
    selections,
    changed,
    select,
    selectItem: (item) => select(firstOf(item)),
    step: (by) => {
      const all = values();
      const from = selected ? all.indexOf(selected) : by === 1 ? -1 : 0;
      select(all[(from + by + all.length) % all.length]);
    },
    hover,
    markChanged: (starts) => change(() => ({ changed: starts })),
  };
}

function isSame(one: Highlighted | undefined, other: Highlighted | undefined): boolean {
  if (one?.as === "value") return other?.as === "value" && one.value === other.value;
  return one?.as === other?.as && one?.items === other?.items;
}

function nothingOf(reading: ReadPayload | undefined): HighlightState {
  return {
    ...{ reading, selected: undefined, selections: 0 },
    ...{ hovered: undefined, changed: none },
  };
}

const none: ReadonlySet<number> = new Set();

function locateLazily(reading: ReadPayload | undefined): () => readonly LocatedValue[] {
  let located: readonly LocatedValue[] | undefined;
  return () => {
    located ??=
      reading?.status === "readable" ? locateValues(reading.text, reading.places) : [];
    return located;
  };
}
