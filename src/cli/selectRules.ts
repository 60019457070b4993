import type { ContractRule } from "../testing/suite/index.ts";
import { UsageError } from "./terminal.ts";

/**
 * What travels is looked at once everything was decided, and before history and log are read,
 * which tell of it then.
 */
export function insertWireRules(
  rules: readonly ContractRule[],
  wire: readonly ContractRule[],
): readonly ContractRule[] {
  const isWrite = ({ id, needs }: ContractRule) =>
    needs.includes("write") && id !== "left-withdrawn";
  const end = rules.findLastIndex(isWrite) + 1;
  return [...rules.slice(0, end), ...wire, ...rules.slice(end)];
}

/**
 * The rules with these ids, or whose ids begin so, in their order; all where none is given.
 * What leaves everything withdrawn is always the last.
 *
 * @throws {UsageError} when no rule begins so.
 */
export function selectRules(
  rules: readonly ContractRule[],
  only: readonly string[],
): readonly ContractRule[] {
  const isLast = ({ id }: ContractRule) => id === "left-withdrawn";
  const ids = rules.map(({ id }) => id);
  const named = only.flatMap((start) => {
    const found = ids.includes(start)
      ? [start]
      : ids.filter((id) => id.startsWith(start));
    if (found.length > 0) return found;
    const hint = start.startsWith("wire-") ? " Those on the wire need --receive." : "";
    throw new UsageError(`No rule is called ${start}, and none begins so.${hint}`);
  });
  const selected = rules.filter(({ id }) => only.length === 0 || named.includes(id));
  return [...selected.filter((one) => !isLast(one)), ...rules.filter(isLast)];
}
