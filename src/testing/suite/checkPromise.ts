import type { Findings } from "./collectFindings.ts";
import {
  type ContractPromise,
  NotTried,
  OutOfTime,
  type PromiseResult,
} from "./contractPromise.ts";
import { BrokenPromise } from "./exchange.ts";
import { causeOf, type FindingKind } from "./preflight/index.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** Finds out what becomes of a promise, and by which cause; notes the cause. */
export async function checkPromise(
  promise: ContractPromise,
  context: SuiteContext,
  findings: Findings,
): Promise<PromiseResult> {
  try {
    await promise.check(context);
    return { ...named(promise), outcome: "pass" };
  } catch (error) {
    if (error instanceof OutOfTime) {
      findings.note("slow", error.message);
      return notTried(promise, error.message, "slow");
    }
    if (error instanceof NotTried) return notTried(promise, error.message);
    if (!(error instanceof BrokenPromise)) throw error;
    const { message: expected, request, answer } = error;
    const found = causeOf(error, findings.kinds());
    if (found) findings.note(found.kind, found.seen);
    const cause = found?.kind ?? null;
    return {
      ...{ ...named(promise), outcome: "fail", expected, request, answer, cause },
      isFlapping: cause === null && (await isKept(promise, context)),
    };
  }
}

/** Whether it is kept when it is asked once more: an answer that changes is told as such. */
async function isKept(
  { isAskedOnce = false, check }: ContractPromise,
  context: SuiteContext,
): Promise<boolean> {
  if (isAskedOnce) return false;
  try {
    await check(context);
    return true;
  } catch (error) {
    if (error instanceof BrokenPromise || error instanceof NotTried) return false;
    throw error;
  }
}

export function notTried(
  promise: ContractPromise,
  reason: string,
  cause: FindingKind | null = null,
): PromiseResult {
  return { ...named(promise), outcome: "not-tried", reason, cause };
}

function named({ id, title, needs, section, remedy }: ContractPromise) {
  return {
    id,
    title,
    needs,
    ...(section ? { section } : {}),
    ...(remedy ? { remedy } : {}),
  };
}
