"use client";
import { useMemo, useState } from "react";
import { type LocatedValue, locateValues } from "../payload/locateValues.ts";
import type { ReadPayload } from "../payload/readPayload.ts";

/** What a reader points at in a payload: one value, and what else is marked with it. */
export interface Pointing {
  /** Every value with what explains it, in the order of the bytes; made when first asked for. */
  readonly values: () => readonly LocatedValue[];
  readonly at: LocatedValue | undefined;
  /** Counts how often something was pointed at; the same value may be pointed at again. */
  readonly turn: number;
  readonly pointAt: (value: LocatedValue | undefined) => void;
  /** Points at the first value of a disclosed item; none where the payload has none. */
  readonly pointAtItem: (item: string) => LocatedValue | undefined;
  /** Points at the next value or the one before, and from none at the first or last. */
  readonly step: (by: 1 | -1) => void;
  /** Where the values begin that are marked as changed. */
  readonly changed: ReadonlySet<number>;
  readonly markChanged: (starts: ReadonlySet<number>) => void;
}

interface Pointed {
  readonly reading: ReadPayload | undefined;
  readonly at: LocatedValue | undefined;
  readonly turn: number;
  readonly changed: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

/** Other bytes on the screen are pointed at anew. */
export function usePointing(reading: ReadPayload | undefined): Pointing {
  const [pointed, setPointed] = useState<Pointed>();
  const values = useMemo(() => locateLazily(reading), [reading]);
  const current = pointed?.reading === reading ? pointed : undefined;
  const { at, turn = 0, changed = none } = current ?? {};
  const pointAt = (value: LocatedValue | undefined) =>
    setPointed({ reading, at: value, turn: turn + 1, changed });

  return {
    values,
    at,
    turn,
    changed,
    pointAt,
    pointAtItem: (item) => {
      const first = values().find(({ place }) => place.item === item);
      if (first) pointAt(first);
      return first;
    },
    step: (by) => {
      const all = values();
      const from = at ? all.indexOf(at) : by === 1 ? -1 : 0;
      const next = all[(from + by + all.length) % all.length];
      if (next) pointAt(next);
    },
    markChanged: (starts) => setPointed({ reading, at, turn, changed: starts }),
  };
}

function locateLazily(reading: ReadPayload | undefined): () => readonly LocatedValue[] {
  let located: readonly LocatedValue[] | undefined;
  return () => {
    located ??=
      reading?.status === "readable" ? locateValues(reading.text, reading.places) : [];
    return located;
  };
}
