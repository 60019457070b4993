import type { Path } from "./explainPayload.ts";

/** Names a path. An index and a name of the same digits are not the same step. */
export function pathKey(path: Path): string {
  return path
    .map((key) => (typeof key === "number" ? `#${key}` : `.${JSON.stringify(key)}`))
    .join("");
}
