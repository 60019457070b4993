import type { ContractRule } from "./contractRule.ts";
import type { ReceivedAnswer, SentRequest } from "./exchange.ts";
import type { FindingKind } from "./preflight/findingWords.ts";

/**
 * What became of a rule. `cause` is what was found between the suite and the panel that
 * broke it, or left no occasion; null when the rule is broken by itself.
 */
export type RuleResult = Pick<
  ContractRule,
  "id" | "title" | "needs" | "section" | "remedy"
> &
  (
    | { readonly outcome: "pass" }
    | {
        readonly outcome: "fail";
        readonly expected: string;
        readonly request: SentRequest | null;
        readonly answer: ReceivedAnswer | null;
        readonly cause: FindingKind | null;
        /** Whether it was kept when it was asked once more. */
        readonly isFlapping: boolean;
      }
    | {
        readonly outcome: "not-tried";
        readonly reason: string;
        readonly cause: FindingKind | null;
      }
  );
