import type { ContractPromise } from "../testing/suite/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * The promises whose ids begin with one of these, in their order; all where none is given.
 * What leaves everything withdrawn is always the last.
 *
 * @throws {UsageError} when no promise begins so.
 */
export function selectPromises(
  promises: readonly ContractPromise[],
  only: readonly string[],
): readonly ContractPromise[] {
  const isLast = ({ id }: ContractPromise) => id === "left-withdrawn";
  const strange = only.find((start) => !promises.some(({ id }) => id.startsWith(start)));
  if (strange !== undefined) {
    throw new UsageError(`No promise is called ${strange}, and none begins so.`);
  }
  const selected = promises.filter(
    ({ id }) => only.length === 0 || only.some((start) => id.startsWith(start)),
  );
  return [...selected.filter((one) => !isLast(one)), ...promises.filter(isLast)];
}
