import type { Cell, Row } from "./purposeColumns.ts";

/** Says where a value came from: `$now`, `$request.language`; what is always the same stays. */
export type Symbolize = (value: Cell) => Cell;

/** The UUIDs that `countingUuid` makes. */
const counted = /^00000000-0000-4000-8000-[0-9a-f]{12}$/;

/**
 * Names values by where they came from. UUIDs that a rule made are `$uuid.1`, `$uuid.2` in the
 * order in which they are met; the same one has the same name wherever it stands.
 */
export function createSymbols(sources: readonly (readonly [Cell, string])[]): Symbolize {
  const known = new Map<Cell, string>(sources);
  let count = 0;
  return (value) => {
    const found = known.get(value);
    if (found !== undefined) return found;
    if (typeof value !== "string" || !counted.test(value)) return value;
    count += 1;
    known.set(value, `$uuid.${count}`);
    return `$uuid.${count}`;
  };
}

/** The columns that differ from what was there before, by where their values come from. */
export function writtenColumns(before: Row, after: Row, symbolize: Symbolize): Row {
  return Object.fromEntries(
    Object.entries(after)
      .filter(([name, value]) => before[name] !== value)
      .map(([name, value]) => [name, symbolize(value)]),
  );
}

/** A new row without the columns that are null. */
export function newRow(row: Row, symbolize: Symbolize): Row {
  return Object.fromEntries(
    Object.entries(row)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => [name, symbolize(value)]),
  );
}
