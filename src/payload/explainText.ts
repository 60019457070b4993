import type { Schema } from "../policy/schemaNode.ts";
import { explainPayload, type Place } from "./explainPayload.ts";
import { isExactNumber } from "./isExactNumber.ts";
import { pathKey } from "./pathKey.ts";
import type { Json } from "./serializePayload.ts";
import { pathOf, scanJson, type TextValue } from "./tokenize.ts";

export type ExplainedText =
  | { readonly status: "json"; readonly places: readonly Place[] }
  | { readonly status: "not-json"; readonly offset: number }
  | { readonly status: "too-deep" };

/** How deep values may lie in each other (RFC 8259 § 9 lets a reader set a limit). */
export const deepest = 100;

/**
 * Says of every leaf of a JSON text which item it belongs to, and of what `JSON.parse`
 * passes over in silence that it is there: a name that stands twice in one object (RFC 8259
 * § 4), and a number that is read as another (§ 6).
 */
export function explainText(schema: Schema, text: string): ExplainedText {
  const scanned = scanJson(text);
  if (scanned.status === "not-json") return scanned;
  if (isTooDeep(scanned.values)) return { status: "too-deep" };
  const places = explainPayload(schema, JSON.parse(text) as Json);
  return { status: "json", places: addFindings(places, scanned.values, text) };
}

function isTooDeep(values: readonly TextValue[]): boolean {
  const depths: number[] = [];
  return values.some(({ parent }, index) => {
    const depth = (depths[parent] ?? 0) + 1;
    depths[index] = depth;
    return depth > deepest;
  });
}

/**
 * Finds what `JSON.parse` passed over. A finding takes the place of what was disclosed
 * there, and stands beside all else. What lies in a value that is explained as a whole, such
 * as an undisclosed one, is found fault with once, as that value.
 */
function addFindings(
  places: readonly Place[],
  values: readonly TextValue[],
  text: string,
): readonly Place[] {
  const faults = values.map((value) => faultOf(value, text));
  if (faults.every((fault) => fault === undefined)) return places;
  const all = new Map(
    places.map((place) => [keyOf(place.status, pathKey(place.path)), place]),
  );
  const explained = new Set(
    places.filter(({ status }) => status !== "absent").map(({ path }) => pathKey(path)),
  );
  const keys: string[] = [];
  const isWithin: boolean[] = [];
  values.forEach(({ parent, key }, index) => {
    if (isWithin[parent]) {
      isWithin[index] = true;
      return;
    }
    const own = (keys[parent] ?? "") + pathKey(key === undefined ? [] : [key]);
    keys[index] = own;
    isWithin[index] = explained.has(own);
    const status = faults[index];
    if (!status) return;
    const disclosed = all.get(keyOf("disclosed", own));
    if (disclosed) all.set(keyOf("disclosed", own), { ...disclosed, status });
    else if (!all.has(keyOf(status, own))) {
      all.set(keyOf(status, own), { status, path: pathOf(values, index) });
    }
  });
  return [...all.values()];
}

function faultOf(
  { kind, start, end, duplicate }: TextValue,
  text: string,
): "duplicate" | "unexpected" | undefined {
  if (duplicate) return "duplicate";
  return kind === "number" && !isExactNumber(text.slice(start, end))
    ? "unexpected"
    : undefined;
}

function keyOf(status: Place["status"], path: string): string {
  return `${status} ${path}`;
}
