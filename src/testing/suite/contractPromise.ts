import type { ReceivedAnswer, SentRequest } from "./exchange.ts";
import type { FindingKind } from "./preflight/findingWords.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** What has to be allowed before a promise can be checked. */
export type Need = "read" | "write" | "read-only-session";

/** One thing that the contract promises, and how to find out whether a panel keeps it. */
export interface ContractPromise {
  readonly id: string;
  /** What is promised, as a sentence. */
  readonly title: string;
  readonly needs: readonly Need[];
  /** Where it is written, in the package. */
  readonly section?: string;
  /** What to do where it is broken. */
  readonly remedy?: string;
  /** It takes long, and tells of more than one answer: it is not asked once more. */
  readonly isAskedOnce?: boolean;
  /**
   * Resolves if the promise is kept.
   *
   * @throws {BrokenPromise} with the request and the answer that broke it.
   * @throws {NotTried} when this panel, as it stands, gives no occasion.
   */
  readonly check: (context: SuiteContext) => Promise<void>;
}

/**
 * What became of a promise. `cause` is what was found between the suite and the panel that
 * broke it, or left no occasion; null when the promise is broken by itself.
 */
export type PromiseResult = Pick<
  ContractPromise,
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

/** There was no occasion to check; the message says why. */
export class NotTried extends Error {
  override readonly name = "NotTried";
}

/** The time of the run was over before this promise was checked. */
export class OutOfTime extends NotTried {}
