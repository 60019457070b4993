import { layouts, nameOf, resets, schemes } from "./cells.ts";
import { faultKinds } from "./fault.ts";
import type { JudgedCell } from "./prepareStage.ts";

interface Column {
  readonly name: string;
  readonly has: (shown: JudgedCell) => boolean;
  /** What is red in it. */
  readonly isRed: (shown: JudgedCell) => boolean;
}

const isRed = ({ faults }: JudgedCell) => faults.length > 0;

const columns: readonly Column[] = [
  ...layouts.map((name) => ({
    ...{ name, isRed },
    has: ({ cell }: JudgedCell) => cell.layout === name,
  })),
  ...schemes.map((name) => ({
    ...{ name, isRed },
    has: ({ cell }: JudgedCell) => cell.scheme === name,
  })),
  ...faultKinds.map((name) => ({
    name: `(${name})`,
    has: () => true,
    isRed: ({ faults }: JudgedCell) => faults.some(({ kind }) => kind === name),
  })),
  { name: "all", has: () => true, isRed },
];

/**
 * A table for people: for each reset, how many cells were red of how many that were shown, in
 * each layout, in each scheme and, in brackets, for each kind of fault.
 */
export function tableOfRedCells(shown: readonly JudgedCell[]): string {
  const rows = resets.map((reset) =>
    row(
      reset,
      shown.filter(({ cell }) => cell.reset === reset),
    ),
  );
  const head = columns.map(({ name }) => padded(name)).join("");
  return [`${"red cells".padEnd(16)}${head}`, ...rows, row("all", shown)].join("\n");
}

function row(name: string, shown: readonly JudgedCell[]): string {
  const counts = columns.map((column) => {
    const all = shown.filter(column.has);
    return padded(`${all.filter(column.isRed).length}/${all.length}`);
  });
  return name.padEnd(16) + counts.join("");
}

const padded = (text: string) => text.padStart(15);

/** Each fault in a line, with the cell that has it. */
export function faultLines(shown: readonly JudgedCell[]): readonly string[] {
  return shown.flatMap(({ cell, faults }) =>
    faults.map(({ kind, says }) => `${nameOf(cell)}: ${kind}. ${says}`),
  );
}
