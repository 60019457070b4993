import type { Path } from "./explainPayload.ts";
import type { Json } from "./serializePayload.ts";

/** A leaf and where it stands: a value that holds no other, or an empty list or object. */
export interface PlacedLeaf {
  readonly path: Path;
  readonly value: Json;
}

/** One leaf that two payloads do not share. */
export type PayloadDifference = (
  | { readonly kind: "added"; readonly after: PlacedLeaf }
  | { readonly kind: "removed"; readonly before: PlacedLeaf }
  | {
      readonly kind: "changed";
      readonly before: PlacedLeaf;
      readonly after: PlacedLeaf;
    }
) & { readonly holder: Holder };

/** The objects or lists, matched, in which a difference stands; one object for all of them. */
export interface Holder {
  readonly before?: { readonly value: Json } | undefined;
  readonly after?: { readonly value: Json } | undefined;
}

/**
 * Names every leaf in which two payloads differ, and no other. What a list holds is matched
 * by its `name` where all of it has one (the second of a name with the second), else by its
 * index; the order of what has names is no difference.
 */
export function diffPayloads(before: Json, after: Json): readonly PayloadDifference[] {
  const differences: PayloadDifference[] = [];
  const due: Pair[] = [{ before: { value: before }, after: { value: after } }];
  for (let pair = due.pop(); pair; pair = due.pop()) {
    const inside = match(pair);
    if (inside) {
      // The last comes first off the pile.
      due.push(...inside.reverse());
      continue;
    }
    const was = pair.before && placed(pair.before);
    const is = pair.after && placed(pair.after);
    const { holder = pair } = pair;
    if (was && is) {
      if (!isSameLeaf(was.value, is.value)) {
        differences.push({ kind: "changed", before: was, after: is, holder });
      }
    } else if (was) differences.push({ kind: "removed", before: was, holder });
    else if (is) differences.push({ kind: "added", after: is, holder });
  }
  return differences;
}

/** A value with the way to it, kept as links so that depth costs nothing. */
interface Placed {
  readonly value: Json;
  readonly parent?: Placed;
  readonly key?: string | number;
}

interface Pair {
  readonly before?: Placed | undefined;
  readonly after?: Placed | undefined;
  /** What holds both. */
  readonly holder?: Pair | undefined;
}

/** What two values hold, matched; nothing where none of them holds anything. */
function match(holder: Pair): Pair[] | undefined {
  const { before, after } = holder;
  const was = before && children(before);
  const is = after && children(after);
  if (!was && !is) return undefined;
  const isList = [before, after].map((side) => side && Array.isArray(side.value));
  if (before && after && !(was && is && isList[0] === isList[1])) {
    return [
      { before, holder: holder.holder },
      { after, holder: holder.holder },
    ];
  }
  const key =
    isList.includes(true) &&
    [...(was ?? []), ...(is ?? [])].every(({ value }) => nameOf(value) !== undefined)
      ? byName
      : byKey;
  return pairs(key(was ?? []), key(is ?? [])).map((pair) => ({ ...pair, holder }));
}

function pairs(
  was: ReadonlyMap<string, Placed>,
  is: ReadonlyMap<string, Placed>,
): Pair[] {
  return [
    ...[...was].map(([key, before]) => ({ before, after: is.get(key) })),
    ...[...is].filter(([key]) => !was.has(key)).map(([, after]) => ({ after })),
  ];
}

function byKey(children: readonly Placed[]): ReadonlyMap<string, Placed> {
  return new Map(children.map((child) => [String(child.key), child]));
}

function byName(children: readonly Placed[]): ReadonlyMap<string, Placed> {
  const seen = new Map<string, number>();
  return new Map(
    children.map((child) => {
      const name = nameOf(child.value) ?? "";
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [`${count} ${name}`, child];
    }),
  );
}

function nameOf(value: Json): string | undefined {
  if (!isRecord(value) || !Object.hasOwn(value, "name")) return undefined;
  return typeof value.name === "string" ? value.name : undefined;
}

/** What a value holds; nothing where it is a leaf. */
function children(parent: Placed): readonly Placed[] | undefined {
  const { value } = parent;
  if (Array.isArray(value)) {
    return value.length === 0
      ? undefined
      : value.map((child: Json, key) => ({ value: child, parent, key }));
  }
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return entries.length === 0
    ? undefined
    : entries.map(([key, child]) => ({ value: child ?? null, parent, key }));
}

function placed(leaf: Placed): PlacedLeaf {
  const path: (string | number)[] = [];
  for (let at: Placed | undefined = leaf; at; at = at.parent) {
    if (at.key !== undefined) path.push(at.key);
  }
  return { path: path.reverse(), value: leaf.value };
}

function isSameLeaf(one: Json, other: Json): boolean {
  const isHolder = typeof one === "object" && one !== null;
  if (!isHolder) return Object.is(one, other);
  return (
    typeof other === "object" &&
    other !== null &&
    Array.isArray(one) === Array.isArray(other)
  );
}

function isRecord(value: Json): value is { readonly [key: string]: Json | undefined } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
