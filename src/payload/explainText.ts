import type { Schema } from "../policy/schemaNode.ts";
import { explainPayload, type Path, type Place } from "./explainPayload.ts";
import type { Json } from "./serializePayload.ts";
import { survivesReading } from "./survivesReading.ts";
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
  const found = scanned.values.flatMap(({ kind, start, end, duplicate }, index) => {
    const status = duplicate
      ? "duplicate"
      : kind === "number" && !survivesReading(text.slice(start, end))
        ? "unexpected"
        : undefined;
    return status ? [{ status, path: pathOf(scanned.values, index) } as const] : [];
  });
  return { status: "json", places: found.length > 0 ? add(places, found) : places };
}

function isTooDeep(values: readonly TextValue[]): boolean {
  const depths: number[] = [];
  return values.some(({ parent }, index) => {
    const depth = (depths[parent] ?? 0) + 1;
    depths[index] = depth;
    return depth > deepest;
  });
}

interface Finding {
  readonly status: "duplicate" | "unexpected";
  readonly path: Path;
}

/** A finding takes the place of what was disclosed there, and stands beside all else. */
function add(places: readonly Place[], found: readonly Finding[]): readonly Place[] {
  const all = new Map(places.map((place) => [keyOf(place), place]));
  for (const finding of found) {
    const disclosed = keyOf({ status: "disclosed", path: finding.path });
    const place = all.get(disclosed);
    if (place) all.set(disclosed, { ...place, status: finding.status });
    else if (!all.has(keyOf(finding))) all.set(keyOf(finding), finding);
  }
  return [...all.values()];
}

function keyOf({ status, path }: Pick<Place, "status" | "path">): string {
  return `${status} ${JSON.stringify(path)}`;
}
