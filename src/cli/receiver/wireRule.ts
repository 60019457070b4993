import type { ContractRule, SuiteContext } from "../../testing/suite/index.ts";
import type { Wire } from "./wire.ts";

/** A rule about what travels, and how to find out whether a panel keeps it. */
export interface WireRule extends Omit<ContractRule, "needs" | "check" | "isAskedOnce"> {
  readonly check: (wire: Wire, context: SuiteContext) => Promise<void>;
}

/** The same as rules of the contract suite, which all need leave to decide. */
export function toContractRules(
  rules: readonly WireRule[],
  wire: Wire,
): readonly ContractRule[] {
  return rules.map(({ check, ...rule }) => ({
    ...rule,
    needs: ["write"],
    isAskedOnce: true,
    check: async (context) => {
      try {
        await check(wire, context);
      } finally {
        wire.answerNormally();
      }
    },
  }));
}
