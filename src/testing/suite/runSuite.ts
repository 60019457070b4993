import {
  BrokenPromise,
  type ContractPromise,
  type Need,
  NotTried,
  type PromiseResult,
} from "./contractPromise.ts";
import { leaveWithdrawn } from "./leaveWithdrawn.ts";
import { entityTagPromises } from "./reading/entityTags.ts";
import { historyPromises } from "./reading/history.ts";
import { receiptPromises } from "./reading/receipts.ts";
import { readingPromises } from "./readingPromises.ts";
import {
  createSuiteContext,
  type SuiteContext,
  type SuiteOptions,
} from "./suiteContext.ts";
import { writeObstacle } from "./writeObstacle.ts";
import { writingPromises } from "./writingPromises.ts";

/**
 * Every promise of the contract that the suite knows how to check. Each gets to the state
 * that it starts from by itself, so their order is for readers alone.
 */
export const contractPromises: readonly ContractPromise[] = [
  ...readingPromises,
  ...writingPromises,
  ...historyPromises,
  ...receiptPromises,
  ...entityTagPromises,
  leaveWithdrawn,
];

export interface SuiteReport {
  readonly baseUrl: string;
  readonly results: readonly PromiseResult[];
  readonly passed: number;
  readonly failed: number;
  readonly notTried: number;
}

export interface RunOptions extends SuiteOptions {
  /** Which promises are checked, in this order. @default all */
  readonly promises?: readonly ContractPromise[];
  /** Called before each promise is checked. */
  readonly onStart?: (promise: ContractPromise, index: number, count: number) => void;
  /** Ends the run early; what the suite decided is withdrawn nevertheless. */
  readonly signal?: AbortSignal;
  /** Called with what became of it. */
  readonly onResult?: (result: PromiseResult) => void;
}

/**
 * Checks what a panel promises. By default it reads; with `write` it also decides, if
 * nothing stands that a person decided, and ends with everything withdrawn.
 */
export async function runSuite({
  promises = contractPromises,
  ...options
}: RunOptions): Promise<SuiteReport> {
  const created = createSuiteContext(options);
  const obstacle = await obstacles(created);
  const context: SuiteContext = { ...created, write: obstacle.write === undefined };
  const results: PromiseResult[] = [];
  try {
    for (const [index, promise] of promises.entries()) {
      options.onStart?.(promise, index, promises.length);
      const interrupted = options.signal?.aborted && promise !== leaveWithdrawn;
      const reason = interrupted
        ? "The run was interrupted."
        : promise.needs.map((need) => obstacle[need]).find(Boolean);
      const result = reason
        ? notTried(promise, reason)
        : await checkPromise(promise, context);
      results.push(result);
      options.onResult?.(result);
    }
  } catch (error) {
    if (!obstacle.write) await checkPromise(leaveWithdrawn, context);
    throw error;
  }
  const count = (outcome: PromiseResult["outcome"]) =>
    results.filter((result) => result.outcome === outcome).length;
  return {
    baseUrl: options.baseUrl,
    results,
    passed: count("pass"),
    failed: count("fail"),
    notTried: count("not-tried"),
  };
}

async function obstacles(
  context: SuiteContext,
): Promise<Readonly<Record<Need, string | undefined>>> {
  return {
    read: undefined,
    write: context.write
      ? await writeObstacle(context).catch(describe)
      : "It needs leave to decide.",
    "read-only-session": context.hasReadOnlySession
      ? undefined
      : "It needs a session of somebody who may not decide.",
  };
}

async function checkPromise(
  promise: ContractPromise,
  context: SuiteContext,
): Promise<PromiseResult> {
  try {
    await promise.check(context);
    return { ...named(promise), outcome: "pass" };
  } catch (error) {
    if (error instanceof NotTried) return notTried(promise, error.message);
    if (!(error instanceof BrokenPromise)) throw error;
    const { message: expected, request, answer } = error;
    return { ...named(promise), outcome: "fail", expected, request, answer };
  }
}

function notTried(promise: ContractPromise, reason: string): PromiseResult {
  return { ...named(promise), outcome: "not-tried", reason };
}

function named({ id, title, needs }: ContractPromise) {
  return { id, title, needs };
}

function describe(error: unknown): string {
  if (error instanceof BrokenPromise) {
    return `The purposes could not be read. Expected: ${error.message}`;
  }
  throw error;
}
