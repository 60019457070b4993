import type { ContractRule } from "../testing/suite/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * What travels is looked at once everything was decided, and before history and log are read,
 * which tell of it then.
 */
export function insertWireRules(
  promises: readonly ContractRule[],
  wire: readonly ContractRule[],
): readonly ContractRule[] {
  const isWrite = ({ id, needs }: ContractRule) =>
    needs.includes("write") && id !== "left-withdrawn";
  const end = promises.findLastIndex(isWrite) + 1;
  return [...promises.slice(0, end), ...wire, ...promises.slice(end)];
}

/**
 * The promises with these ids, or whose ids begin so, in their order; all where none is given.
 * What leaves everything withdrawn is always the last.
 *
 * @throws {UsageError} when no promise begins so.
 */
export function selectRules(
  promises: readonly ContractRule[],
  only: readonly string[],
): readonly ContractRule[] {
  const isLast = ({ id }: ContractRule) => id === "left-withdrawn";
  const ids = promises.map(({ id }) => id);
  const named = only.flatMap((start) => {
    const found = ids.includes(start)
      ? [start]
      : ids.filter((id) => id.startsWith(start));
    if (found.length > 0) return found;
    const hint = start.startsWith("wire-") ? " Those on the wire need --receive." : "";
    throw new UsageError(`No promise is called ${start}, and none begins so.${hint}`);
  });
  const selected = promises.filter(({ id }) => only.length === 0 || named.includes(id));
  return [...selected.filter((one) => !isLast(one)), ...promises.filter(isLast)];
}
