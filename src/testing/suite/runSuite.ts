import { checkPromise, notTried } from "./checkPromise.ts";
import { collectFindings } from "./collectFindings.ts";
import type { ContractPromise, PromiseResult } from "./contractPromise.ts";
import { inTurn } from "./inTurn.ts";
import { leaveWithdrawn } from "./leaveWithdrawn.ts";
import { type Finding, preflight } from "./preflight/index.ts";
import { entityTagPromises } from "./reading/entityTags.ts";
import { historyPromises } from "./reading/history.ts";
import { receiptPromises } from "./reading/receipts.ts";
import { readingPromises } from "./readingPromises.ts";
import { rules } from "./rules/index.ts";
import { isToldBefore } from "./rules/names.ts";
import {
  createSuiteContext,
  type SuiteContext,
  type SuiteOptions,
} from "./suiteContext.ts";
import { whatHinders } from "./whatHinders.ts";
import { withinTime } from "./withinTime.ts";
import { writingPromises } from "./writingPromises.ts";

/**
 * Every promise of the contract that the suite knows how to check. Each gets to the state
 * that it starts from by itself, so their order is for readers alone.
 */
export const contractPromises: readonly ContractPromise[] = [
  ...readingPromises,
  ...writingPromises,
  ...rules,
  ...historyPromises,
  ...receiptPromises,
  ...entityTagPromises,
  leaveWithdrawn,
];

/** So many promises that only read are checked at a time, where answers take long. */
const readsAtOnce = 8;

export interface SuiteReport {
  readonly baseUrl: string;
  /** What stands between the suite and the panel, or makes the panel look so. */
  readonly findings: readonly Finding[];
  readonly results: readonly PromiseResult[];
  readonly passed: number;
  /** All that are broken, by whatever cause. */
  readonly failed: number;
  readonly notTried: number;
}

export interface RunOptions extends SuiteOptions {
  /** Which promises are checked, in this order. @default all */
  readonly promises?: readonly ContractPromise[];
  /** What a preflight found. @default one is made first */
  readonly findings?: readonly Finding[];
  /** How long the run may take, in milliseconds; what it does not come to is not tried. */
  readonly maxTime?: number;
  /** Called with a cause that is found while promises are checked. */
  readonly onFinding?: (finding: Finding) => void;
  /** Ends the run early; what the suite decided is withdrawn nevertheless. */
  readonly signal?: AbortSignal;
  /** Called with what became of each promise, as soon as it is known. */
  readonly onResult?: (result: PromiseResult, index: number, count: number) => void;
}

/**
 * Checks what a panel promises, once it has looked for what stands before it. By default it
 * reads; with `write` it also decides, if nothing stands that a person decided, and ends
 * with everything withdrawn.
 */
export async function runSuite({
  promises = contractPromises,
  maxTime = Number.POSITIVE_INFINITY,
  ...options
}: RunOptions): Promise<SuiteReport> {
  const created = createSuiteContext(options);
  const before = options.findings ?? (await preflight(created));
  const findings = collectFindings(before, options.onFinding);
  const hindrances = await whatHinders(created, before);
  const context: SuiteContext = { ...created, write: !hindrances.write };
  const limited = withinTime(context, maxTime);
  // Asked before anything is decided.
  if (context.write) await isToldBefore(limited).catch(() => undefined);
  const check = async (promise: ContractPromise, index: number) => {
    const isLast = promise === leaveWithdrawn;
    const hindrance =
      options.signal?.aborted && !isLast
        ? { reason: "The run was interrupted.", cause: null }
        : promise.needs.map((need) => hindrances[need]).find(Boolean);
    const result = hindrance
      ? notTried(promise, hindrance.reason, hindrance.cause)
      : await checkPromise(promise, isLast ? context : limited, findings);
    options.onResult?.(result, index, promises.length);
    return result;
  };
  let results: readonly PromiseResult[];
  try {
    results = await inTurn(promises, check, {
      atOnce: findings.kinds().has("slow") ? readsAtOnce : 1,
      // What would decide, and may not, sends nothing.
      mayMeet: ({ needs }) => !needs.includes("write") || hindrances.write !== undefined,
    });
  } catch (error) {
    if (!hindrances.write) await checkPromise(leaveWithdrawn, context, findings);
    throw error;
  }
  const count = (outcome: PromiseResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    baseUrl: options.baseUrl,
    findings: findings.all(),
    results,
    passed: count("pass"),
    failed: count("fail"),
    notTried: count("not-tried"),
  };
}
