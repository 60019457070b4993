import type { Random } from "../random.ts";

/**
 * Rows of choices, one from each dimension by its index, in which any two values of two
 * dimensions stand together at least once: the errors of a pair are found in far fewer rows
 * than there are. Each row takes in what no row had yet, and as much more as it can.
 *
 * @param sizes how many values each dimension has
 */
export function coverPairs(
  sizes: readonly number[],
  random: Random,
): readonly (readonly number[])[] {
  const missing = new Set(pairsOf(sizes));
  const rows: number[][] = [];
  while (missing.size > 0) {
    const [first = ""] = [...missing].slice(random.below(missing.size));
    const row = completeRow(first, sizes, missing, random);
    for (const pair of pairsIn(row)) missing.delete(pair);
    rows.push(row);
  }
  return rows;
}

/** Every pair of values of two dimensions, such as `0:3 2:1`. */
export function pairsOf(sizes: readonly number[]): readonly string[] {
  return sizes.flatMap((size, dimension) =>
    sizes
      .slice(dimension + 1)
      .flatMap((otherSize, index) =>
        range(size).flatMap((value) =>
          range(otherSize).map((other) =>
            name(dimension, value, dimension + 1 + index, other),
          ),
        ),
      ),
  );
}

/** The pairs that a row has. */
export function pairsIn(row: readonly number[]): readonly string[] {
  return row.flatMap((value, dimension) =>
    row
      .slice(dimension + 1)
      .map((other, index) => name(dimension, value, dimension + 1 + index, other)),
  );
}

function completeRow(
  pair: string,
  sizes: readonly number[],
  missing: ReadonlySet<string>,
  random: Random,
): number[] {
  const chosen = new Map(
    pair.split(" ").map((one) => one.split(":").map(Number) as [number, number]),
  );
  const gain = (dimension: number, value: number) =>
    [...chosen].filter(([other, valueOfOther]) =>
      missing.has(
        dimension < other
          ? name(dimension, value, other, valueOfOther)
          : name(other, valueOfOther, dimension, value),
      ),
    ).length;
  for (const dimension of range(sizes.length)) {
    if (chosen.has(dimension)) continue;
    const values = range(sizes[dimension] ?? 0);
    const gains = values.map((value) => gain(dimension, value));
    const best = values.filter((value) => gains[value] === Math.max(...gains));
    chosen.set(dimension, best[random.below(best.length)] ?? 0);
  }
  return range(sizes.length).map((dimension) => chosen.get(dimension) ?? 0);
}

function name(a: number, valueOfA: number, b: number, valueOfB: number): string {
  return `${a}:${valueOfA} ${b}:${valueOfB}`;
}

const range = (length: number) => Array.from({ length }, (_, index) => index);
