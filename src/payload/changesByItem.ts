import type { Schema } from "../policy/schemaNode.ts";
import {
  diffPayloads,
  type Holder,
  type PayloadDifference,
  type PlacedLeaf,
} from "./diffPayloads.ts";
import { itemAt } from "./itemAt.ts";
import { pathKey } from "./pathKey.ts";
import type { Json } from "./serializePayload.ts";

/** A payload as a value, with the schema that says to which item each of its values belongs. */
export interface ExplainedValue {
  readonly value: Json;
  readonly schema: Schema;
}

/** What one object of a payload holds otherwise than before: a service, say. */
export interface EntryChange {
  /** Whether the whole object came, went, or holds something else. */
  readonly kind: "added" | "removed" | "changed";
  /** What the object is called, where it has a name. */
  readonly name: string | undefined;
  readonly differences: readonly PayloadDifference[];
}

/** What changed of one disclosed item; of none, where no item tells of it. */
export interface ItemChange {
  readonly item: string | undefined;
  readonly entries: readonly EntryChange[];
}

/** Groups what differs between two payloads by item, and within it by object. */
export function changesByItem(
  before: ExplainedValue,
  after: ExplainedValue,
): readonly ItemChange[] {
  const items = new Map<string | undefined, Map<Holder, PayloadDifference[]>>();
  for (const difference of withoutEmptied(diffPayloads(before.value, after.value))) {
    const item =
      difference.kind === "removed"
        ? itemAt(before.schema, difference.before.path)
        : itemAt(after.schema, difference.after.path);
    const entries = items.get(item) ?? new Map<Holder, PayloadDifference[]>();
    items.set(item, entries);
    const { holder } = difference;
    const differences = entries.get(holder);
    if (differences) differences.push(difference);
    else entries.set(holder, [difference]);
  }
  return [...items].map(([item, entries]) => ({
    item,
    entries: [...entries].map(([holder, differences]) => ({
      kind: kindOf(holder, differences),
      name: nameOf(holder.after?.value) ?? nameOf(holder.before?.value),
      differences,
    })),
  }));
}

/** A list that was empty, or is now, is told by what came into it or went. */
function withoutEmptied(
  differences: readonly PayloadDifference[],
): readonly PayloadDifference[] {
  const isEmptied = (one: PayloadDifference) =>
    one.kind !== "changed" &&
    typeof leafOf(one).value === "object" &&
    leafOf(one).value !== null;
  if (!differences.some(isEmptied)) return differences;
  const holders = new Set(
    differences.flatMap((one) => {
      const { path } = leafOf(one);
      return path.map((_, depth) => `${one.kind} ${pathKey(path.slice(0, depth))}`);
    }),
  );
  const isToldByOthers = (one: PayloadDifference) => {
    const other = one.kind === "removed" ? "added" : "removed";
    return holders.has(`${other} ${pathKey(leafOf(one).path)}`);
  };
  return differences.filter((one) => !isEmptied(one) || !isToldByOthers(one));
}

function leafOf(one: PayloadDifference): PlacedLeaf {
  return one.kind === "removed" ? one.before : one.after;
}

/** A leaf in a list is an entry of its own, such as a word in a list of words. */
function kindOf(
  { before, after }: Holder,
  differences: readonly PayloadDifference[],
): EntryChange["kind"] {
  if (!before) return "added";
  if (!after) return "removed";
  const [first] = differences;
  const isAlike = differences.every(({ kind }) => kind === first?.kind);
  return Array.isArray(after.value) && isAlike && first ? first.kind : "changed";
}

function nameOf(value: Json | undefined): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return undefined;
  const { name } = value as { readonly name?: Json };
  return typeof name === "string" ? name : undefined;
}
