import { itemOf } from "../policy/item.ts";
import { schemaLeaves } from "../policy/schemaLeaves.ts";
import { type Schema, schemaNode } from "../policy/schemaNode.ts";
import type { Json } from "./serializePayload.ts";

export type Path = readonly (string | number)[];

/**
 * What one place of a payload is: *disclosed* by an item; *undisclosed*, for no item tells
 * of it; *unexpected*, an item's value that its schema refuses; or *absent*, told by an
 * item and not there.
 */
export interface Place {
  readonly path: Path;
  readonly status: "disclosed" | "undisclosed" | "unexpected" | "absent";
  readonly item?: string;
  readonly value?: Json;
}

/** Says of every leaf of a payload which disclosed item it belongs to. */
export function explainPayload(schema: Schema, value: Json): readonly Place[] {
  return explain(schema, value, [], undefined);
}

function explain(
  schema: Schema,
  value: Json,
  path: Path,
  inherited: string | undefined,
): readonly Place[] {
  const item = itemOf(schema) ?? inherited;
  const node = schemaNode(schema);
  switch (node.kind) {
    case "wrapper":
      return value === null && !node.absent
        ? [leaf(schema, value, path, item ?? itemOf(node.inner))]
        : explain(node.inner, value, path, item);
    case "array":
      if (Array.isArray(value) && value.length === 0 && item !== undefined) {
        return [place("disclosed", path, item, value)];
      }
      return Array.isArray(value)
        ? value.flatMap((child, index) =>
            explain(node.element, child, [...path, index], item),
          )
        : [place("unexpected", path, item, value)];
    case "object":
      return isRecord(value)
        ? [
            ...Object.entries(value).flatMap(([key, child]) => {
              const known = Object.hasOwn(node.shape, key) ? node.shape[key] : undefined;
              const at = [...path, key];
              return known
                ? explain(known, child ?? null, at, item)
                : [place("undisclosed", at, undefined, child)];
            }),
            ...Object.entries(node.shape)
              .filter(([key, child]) => !Object.hasOwn(value, key) && !mayBeAbsent(child))
              .flatMap(([key, child]) => absent(child, [...path, key], item)),
          ]
        : [place("unexpected", path, item, value)];
    case "leaf":
      return [leaf(schema, value, path, item)];
    case "unsupported":
      return [place("undisclosed", path, undefined, value)];
  }
}

/** What an absent value would have told: its item, or those of what it would have held. */
function absent(
  schema: Schema,
  path: Path,
  inherited: string | undefined,
): readonly Place[] {
  const item = itemOf(schema) ?? inherited;
  if (item !== undefined) return [place("absent", path, item)];
  return schemaLeaves(schema, path.map(String)).map((leaf) =>
    place("absent", leaf.path, leaf.item),
  );
}

function leaf(schema: Schema, value: Json, path: Path, item: string | undefined): Place {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  const accepted = !(result instanceof Promise) && result.issues.length === 0;
  if (item === undefined) return place("undisclosed", path, undefined, value);
  return place(accepted ? "disclosed" : "unexpected", path, item, value);
}

function place(
  status: Place["status"],
  path: Path,
  item: string | undefined,
  value?: Json,
): Place {
  return {
    path,
    status,
    ...(item === undefined ? {} : { item }),
    ...(value === undefined ? {} : { value }),
  };
}

function mayBeAbsent(schema: Schema): boolean {
  const node = schemaNode(schema);
  return node.kind === "wrapper" && (node.absent || mayBeAbsent(node.inner));
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
