import { itemOf } from "../policy/item.ts";
import { schemaLeaves } from "../policy/schemaLeaves.ts";
import { type Schema, type SchemaNode, schemaNode } from "../policy/schemaNode.ts";
import type { Json } from "./serializePayload.ts";

export type Path = readonly (string | number)[];

/**
 * What one place of a payload is: *disclosed* by an item; *undisclosed*, for no item tells
 * of it; *unexpected*, an item's value that its schema refuses, or a number that is not
 * what it was written as; *absent*, told by an item and not there; or *duplicate*, for its
 * name stands twice in one object, and who reads it may take the one or the other.
 */
export interface Place {
  readonly path: Path;
  readonly status: "disclosed" | "undisclosed" | "unexpected" | "absent" | "duplicate";
  readonly item?: string;
  readonly value?: Json;
}

/** Says of every leaf of a payload which disclosed item it belongs to. */
export function explainPayload(schema: Schema, value: Json): readonly Place[] {
  const places: Place[] = [];
  explain(schema, value, [], undefined, places);
  return places;
}

function explain(
  schema: Schema,
  value: Json,
  path: Path,
  inherited: string | undefined,
  places: Place[],
): void {
  const first = places.length;
  explainNode(schema, value, path, inherited, places);
  const { item: own, hasChecks } = reading(schema);
  if (!hasChecks || isAccepted(schema, value)) return;
  const told = places.slice(first);
  if (told.some(({ status }) => status !== "disclosed")) return;
  // What is refused as a whole, such as a list that is too long, has no leaf to blame.
  const isOnePlace = told.length === 1 && told[0]?.path.length === path.length;
  places.splice(
    isOnePlace ? first : places.length,
    isOnePlace ? 1 : 0,
    place("unexpected", path, own ?? inherited, value),
  );
}

function explainNode(
  schema: Schema,
  value: Json,
  path: Path,
  inherited: string | undefined,
  places: Place[],
): void {
  const { node, item: own, required } = reading(schema);
  const item = own ?? inherited;
  switch (node.kind) {
    case "wrapper":
      if (value === null && !node.absent) {
        places.push(leaf(schema, value, path, item ?? itemOf(node.inner)));
      } else explain(node.inner, value, path, item, places);
      return;
    case "array":
      if (!Array.isArray(value)) places.push(place("unexpected", path, item, value));
      else if (value.length === 0) places.push(empty(schema, value, path, item));
      else {
        for (const [index, child] of value.entries()) {
          explain(node.element, child, [...path, index], item, places);
        }
      }
      return;
    case "object":
      if (!isRecord(value)) {
        places.push(place("unexpected", path, item, value));
        return;
      }
      if (required.length === 0 && Object.keys(value).length === 0) {
        places.push(empty(schema, value, path, item));
      }
      for (const key of Object.keys(value)) {
        const child = value[key];
        const known = Object.hasOwn(node.shape, key) ? node.shape[key] : undefined;
        const at = [...path, key];
        if (known) explain(known, child ?? null, at, item, places);
        else places.push(place("undisclosed", at, undefined, child));
      }
      for (const [key, child] of required) {
        if (!Object.hasOwn(value, key))
          places.push(...absent(child, [...path, key], item));
      }
      return;
    case "leaf":
      places.push(leaf(schema, value, path, item));
      return;
    case "unsupported":
      places.push(place("undisclosed", path, undefined, value));
  }
}

/** What is read of a schema, which is the same for each of ten thousand values. */
interface SchemaReading {
  readonly node: SchemaNode;
  readonly item: string | undefined;
  /** The members that an object may not leave out. */
  readonly required: readonly (readonly [string, Schema])[];
  /** Whether it refuses values that each of its parts accepts. */
  readonly hasChecks: boolean;
}

const readings = new WeakMap<Schema, SchemaReading>();

function reading(schema: Schema): SchemaReading {
  const known = readings.get(schema);
  if (known) return known;
  const node = schemaNode(schema);
  const members = node.kind === "object" ? Object.entries(node.shape) : [];
  const required = members.filter(([, child]) => !mayBeAbsent(child));
  const hasChecks = node.kind !== "leaf" && (schema._zod.def.checks ?? []).length > 0;
  const made = { node, item: itemOf(schema), required, hasChecks };
  readings.set(schema, made);
  return made;
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

/** An empty list or object tells of the item of what it could have held. */
function empty(
  schema: Schema,
  value: Json,
  path: Path,
  inherited: string | undefined,
): Place {
  const item =
    inherited ?? schemaLeaves(schema).find((leaf) => leaf.item !== undefined)?.item;
  return place(item === undefined ? "undisclosed" : "disclosed", path, item, value);
}

function leaf(schema: Schema, value: Json, path: Path, item: string | undefined): Place {
  if (item === undefined) return place("undisclosed", path, undefined, value);
  return place(isAccepted(schema, value) ? "disclosed" : "unexpected", path, item, value);
}

function isAccepted(schema: Schema, value: Json): boolean {
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  return !(result instanceof Promise) && result.issues.length === 0;
}

function place(
  status: Place["status"],
  path: Path,
  item: string | undefined,
  value?: Json,
): Place {
  if (value === undefined) {
    return item === undefined ? { path, status } : { path, status, item };
  }
  return item === undefined ? { path, status, value } : { path, status, item, value };
}

function mayBeAbsent(schema: Schema): boolean {
  const node = schemaNode(schema);
  return node.kind === "wrapper" && (node.absent || mayBeAbsent(node.inner));
}

function isRecord(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
