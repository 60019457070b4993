import type { Path } from "./explainPayload.ts";
import { scanJson, type TextValue } from "./tokenize.ts";

/** A value as it stands in a text. */
interface RawValue {
  readonly raw: string;
  readonly start: number;
}

/** Finds values of a JSON text by path, as they are written there and not written again. */
export function rawValues(text: string): (path: Path) => RawValue | undefined {
  const scanned = scanJson(text);
  const values = scanned.status === "json" ? scanned.values : [];
  const children: Map<TextValue["key"], number>[] = [];
  values.forEach(({ parent, key, kind }, index) => {
    if (kind === "object" || kind === "array") children[index] = new Map();
    // Of a name that stands twice the last counts, as for `JSON.parse`.
    children[parent]?.set(key, index);
  });
  return (path) => {
    let at: number | undefined = 0;
    for (const key of path) {
      at = at === undefined ? undefined : children[at]?.get(key);
    }
    const found = at === undefined ? undefined : values[at];
    return found && { raw: text.slice(found.start, found.end), start: found.start };
  };
}
