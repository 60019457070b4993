import type { Place } from "./explainPayload.ts";
import { pathKey } from "./pathKey.ts";
import { scanJson } from "./tokenize.ts";

/** A place that is there: what is absent has none. */
export type LocatedPlace = Place & {
  readonly status: Exclude<Place["status"], "absent">;
};

/** A place with the part of the text that it is: offsets into the text as it came. */
export interface LocatedValue {
  readonly place: LocatedPlace;
  /** Where its name begins; in a list, where the value itself does. */
  readonly nameStart: number;
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the places of a JSON text in it, in the order of the text. What is found covers
 * every value that holds no other exactly once. An undisclosed object is one, whatever it
 * holds; so is a name that stands twice, each time that it stands. An absent value is
 * nowhere. A text that is no JSON has none.
 */
export function locateValues(
  text: string,
  places: readonly Place[],
): readonly LocatedValue[] {
  const scanned = scanJson(text);
  if (scanned.status === "not-json") return [];
  const byPath = placesByPath(places);
  const located: LocatedValue[] = [];
  const paths: string[] = [];
  // What an explained value holds is explained with it.
  const isExplained: boolean[] = [];
  scanned.values.forEach((value, index) => {
    const { parent, nameStart, start, end } = value;
    if (isExplained[parent]) {
      isExplained[index] = true;
      return;
    }
    const path =
      (paths[parent] ?? "") + pathKey(value.key === undefined ? [] : [value.key]);
    paths[index] = path;
    const place = byPath.get(path);
    if (!place) return;
    isExplained[index] = true;
    located.push({ place, nameStart, start, end });
  });
  return located;
}

/** The value at an offset of the text, or whose name is there. */
export function valueAt(
  located: readonly LocatedValue[],
  offset: number,
): LocatedValue | undefined {
  const found = located[firstEndingAfter(located, offset)];
  return found && found.nameStart <= offset ? found : undefined;
}

/** The values of which some part lies within a piece of the text. */
export function valuesWithin(
  located: readonly LocatedValue[],
  start: number,
  end: number,
): readonly LocatedValue[] {
  const within: LocatedValue[] = [];
  for (let at = firstEndingAfter(located, start); at < located.length; at += 1) {
    const value = located[at];
    if (!value || value.nameStart >= end) break;
    within.push(value);
  }
  return within;
}

function firstEndingAfter(located: readonly LocatedValue[], offset: number): number {
  let [low, high] = [0, located.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((located[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Where one path has several findings, the first is shown in its place. */
function placesByPath(places: readonly Place[]): ReadonlyMap<string, LocatedPlace> {
  const byPath = new Map<string, LocatedPlace>();
  for (const place of places) {
    if (!isThere(place)) continue;
    const path = pathKey(place.path);
    if (!byPath.has(path)) byPath.set(path, place);
  }
  return byPath;
}

function isThere(place: Place): place is LocatedPlace {
  return place.status !== "absent";
}
