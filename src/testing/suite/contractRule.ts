import type { SuiteContext } from "./suiteContext.ts";

/** What has to be allowed before a rule can be checked. */
export type Need = "read" | "write" | "read-only-session";

/** One thing that the contract asks of a panel, and how to find out whether it is kept. */
export interface ContractRule {
  readonly id: string;
  /** What holds where it is kept, as a sentence. */
  readonly title: string;
  readonly needs: readonly Need[];
  /** Where it is written, in the package. */
  readonly section: string;
  /** What to do where it is broken. */
  readonly remedy: string;
  /** It takes long, and tells of more than one answer: it is not asked once more. */
  readonly isAskedOnce?: boolean;
  /**
   * Resolves if the rule is kept.
   *
   * @throws {RuleViolation} with the request and the answer that broke it.
   * @throws {NotTried} when this panel, as it stands, gives no occasion.
   */
  readonly check: (context: SuiteContext) => Promise<void>;
}
