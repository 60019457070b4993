import type { ContractPromise, SuiteContext } from "../../testing/suite/index.ts";
import type { Wire } from "./wire.ts";

/** A promise about what travels, and how to find out whether a panel keeps it. */
export interface WireRule
  extends Omit<ContractPromise, "needs" | "check" | "isAskedOnce"> {
  /** Where it is written, in the package. */
  readonly section: string;
  /** What to do where it is broken. */
  readonly remedy: string;
  readonly check: (wire: Wire, context: SuiteContext) => Promise<void>;
}

/** The rules as promises of the suite, which all need leave to decide. */
export function toPromises(
  rules: readonly WireRule[],
  wire: Wire,
): readonly ContractPromise[] {
  return rules.map(({ check, ...rule }) => ({
    ...rule,
    needs: ["write"],
    isAskedOnce: true,
    check: async (context) => {
      try {
        await check(wire, context);
      } finally {
        wire.behave();
      }
    },
  }));
}
