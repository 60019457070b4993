import { createRandom } from "../random.ts";
import { coverPairs } from "./coverPairs.ts";

export const resets = [
  "PatternFly 6",
  "Tailwind 3",
  "Tailwind 4",
  "Bootstrap 3",
  "Bootstrap 5",
  "Bulma 1",
  "Pico 2",
  "Meyer",
  "margin and font",
  "all unset",
] as const;
export type ResetName = (typeof resets)[number];

/** Who drew the centre. */
export const drawers = ["React", "element"] as const;
/** The host's scheme, then what the system prefers. */
export const schemes = ["light", "dark", "dark on light", "light on dark"] as const;
export const layouts = ["block", "flex row", "table cell", "float"] as const;
/** Whose sheet comes first. */
export const orders = ["ours first", "theirs first"] as const;
export const widths = [360, 1280] as const;

/** A centre in a host: one of 1,280. */
export interface Cell {
  readonly reset: ResetName;
  readonly drawer: (typeof drawers)[number];
  readonly scheme: (typeof schemes)[number];
  readonly layout: (typeof layouts)[number];
  readonly order: (typeof orders)[number];
  readonly width: (typeof widths)[number];
}

const dimensions = [resets, drawers, schemes, layouts, orders, widths] as const;

/** Every cell. */
export function allCells(): readonly Cell[] {
  return dimensions
    .reduce<readonly (readonly number[])[]>(
      (rows, values) => rows.flatMap((row) => values.map((_, index) => [...row, index])),
      [[]],
    )
    .map(cellOf);
}

/** So many cells that every two values stand together in one. */
export function coveringCells(seed: number): readonly Cell[] {
  const sizes = dimensions.map(({ length }) => length);
  return coverPairs(sizes, createRandom(seed)).map(cellOf);
}

function cellOf(row: readonly number[]): Cell {
  const pick = <T>(dimension: number, values: readonly T[]): T => {
    const value = values[row[dimension] ?? 0];
    if (value === undefined) throw new RangeError(`No cell has ${row}.`);
    return value;
  };
  return {
    reset: pick(0, resets),
    drawer: pick(1, drawers),
    scheme: pick(2, schemes),
    layout: pick(3, layouts),
    order: pick(4, orders),
    width: pick(5, widths),
  };
}

/** Which scheme the host has, and which the system prefers. */
export function schemesOf({ scheme }: Cell) {
  const [host, system = host] = scheme.split(" on ") as ("light" | "dark")[];
  return { host: host ?? "light", system: system ?? "light" };
}

export function nameOf(cell: Cell): string {
  return `${cell.reset}, ${cell.drawer}, ${cell.scheme}, ${cell.layout}, ${cell.order}, ${cell.width} px`;
}
