import type { Json } from "../../payload/serializePayload.ts";

/**
 * One text for equal values: members in the order of their names' UTF-16 units, no space
 * (RFC 8785; its numbers are those of `JSON.stringify`).
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, member]) =>
      member === undefined ? [] : `${JSON.stringify(name)}:${canonicalJson(member)}`,
    );
  return `{${members.join(",")}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
