import type { Findings } from "./collectFindings.ts";
import type { ContractRule } from "./contractRule.ts";
import { NotTried, OutOfTime } from "./notTried.ts";
import { causeOf, type FindingKind } from "./preflight/index.ts";
import type { RuleResult } from "./ruleResult.ts";
import { RuleViolation } from "./ruleViolation.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** Finds out what becomes of a promise, and by which cause; notes the cause. */
export async function checkRule(
  promise: ContractRule,
  context: SuiteContext,
  findings: Findings,
): Promise<RuleResult> {
  try {
    await promise.check(context);
    return { ...named(promise), outcome: "pass" };
  } catch (error) {
    if (error instanceof OutOfTime) {
      findings.note("slow", error.message);
      return notTried(promise, error.message, "slow");
    }
    if (error instanceof NotTried) return notTried(promise, error.message);
    if (!(error instanceof RuleViolation)) throw error;
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
  { isAskedOnce = false, check }: ContractRule,
  context: SuiteContext,
): Promise<boolean> {
  if (isAskedOnce) return false;
  try {
    await check(context);
    return true;
  } catch (error) {
    if (error instanceof RuleViolation || error instanceof NotTried) return false;
    throw error;
  }
}

export function notTried(
  promise: ContractRule,
  reason: string,
  cause: FindingKind | null = null,
): RuleResult {
  return { ...named(promise), outcome: "not-tried", reason, cause };
}

function named({ id, title, needs, section, remedy }: ContractRule) {
  return { id, title, needs, section, remedy };
}
