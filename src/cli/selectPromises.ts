import type { ContractPromise } from "../testing/suite/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * The promises with these ids, or whose ids begin so, in their order; all where none is given.
 * What leaves everything withdrawn is always the last.
 *
 * @throws {UsageError} when no promise begins so.
 */
export function selectPromises(
  promises: readonly ContractPromise[],
  only: readonly string[],
): readonly ContractPromise[] {
  const isLast = ({ id }: ContractPromise) => id === "left-withdrawn";
  const ids = promises.map(({ id }) => id);
  const named = only.flatMap((start) => {
    const found = ids.includes(start)
      ? [start]
      : ids.filter((id) => id.startsWith(start));
    if (found.length > 0) return found;
    throw new UsageError(`No promise is called ${start}, and none begins so.`);
  });
  const selected = promises.filter(({ id }) => only.length === 0 || named.includes(id));
  return [...selected.filter((one) => !isLast(one)), ...promises.filter(isLast)];
}
