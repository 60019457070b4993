import { layouts, resets, schemes } from "./cells.ts";
import type { ShownCell } from "./showCell.ts";

/**
 * A table for people: for each reset, how many cells were red of how many that were shown,
 * in each layout and in each scheme.
 */
export function tableOfRedCells(shown: readonly ShownCell[]): string {
  const columns = [
    ...layouts.map((layout) => ({
      name: layout as string,
      has: ({ cell }: ShownCell) => cell.layout === layout,
    })),
    ...schemes.map((scheme) => ({
      name: scheme as string,
      has: ({ cell }: ShownCell) => cell.scheme === scheme,
    })),
    { name: "all", has: () => true },
  ];
  const row = (first: string, others: readonly string[]) =>
    first.padEnd(16) + others.map((text) => text.padStart(15)).join("");
  const count = (cells: readonly ShownCell[]) =>
    `${cells.filter(({ faults }) => faults.length > 0).length} of ${cells.length}`;
  const rowOf = (name: string, cells: readonly ShownCell[]) =>
    row(
      name,
      columns.map(({ has }) => count(cells.filter(has))),
    );
  return [
    row(
      "red cells",
      columns.map(({ name }) => name),
    ),
    ...resets.map((reset) =>
      rowOf(
        reset,
        shown.filter(({ cell }) => cell.reset === reset),
      ),
    ),
    rowOf("all", shown),
  ].join("\n");
}
