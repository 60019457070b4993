import type { Findings } from "./collectFindings.ts";
import type { ContractRule } from "./contractRule.ts";
import { RuleViolation } from "./exchange.ts";
import { NotTried, OutOfTime } from "./notTried.ts";
import { causeOf, type FindingKind } from "./preflight/index.ts";
import type { UnreadableTold } from "./rememberUnreadable.ts";
import type { RuleResult } from "./ruleResult.ts";
import type { SuiteContext } from "./suiteContext.ts";
import { UnreadableResource } from "./unreadableResource.ts";

/** What a run remembers from one rule to the next. */
interface RunMemory {
  readonly findings: Findings;
  readonly unreadable: UnreadableTold;
}

/** Finds out what becomes of a rule, and by which cause; notes the cause. */
export async function checkRule(
  rule: ContractRule,
  context: SuiteContext,
  { findings, unreadable }: RunMemory,
): Promise<RuleResult> {
  try {
    await rule.check(context);
    return { ...named(rule), outcome: "pass" };
  } catch (error) {
    if (error instanceof OutOfTime) {
      findings.note("slow", error.message);
      return notTried(rule, error.message, "slow");
    }
    if (error instanceof NotTried) return notTried(rule, error.message);
    if (!(error instanceof RuleViolation)) throw error;
    const { message: expected, request, answer } = error;
    const found = causeOf(error, findings.kinds());
    if (found) findings.note(found.kind, found.seen);
    const cause = found?.kind ?? null;
    if (cause === null && error instanceof UnreadableResource) {
      const teller = unreadable.toldBefore(error, rule.id);
      if (teller !== undefined) {
        const { resource } = error;
        const reason = `Not tried, because ${resource} is not what the contract has, as ${teller} tells.`;
        return notTried(rule, reason);
      }
    }
    return {
      ...{ ...named(rule), outcome: "fail", expected, request, answer, cause },
      isFlapping: cause === null && (await isKept(rule, context)),
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
  rule: ContractRule,
  reason: string,
  cause: FindingKind | null = null,
): RuleResult {
  return { ...named(rule), outcome: "not-tried", reason, cause };
}

function named({ id, title, needs, section, remedy }: ContractRule) {
  return { id, title, needs, section, remedy };
}
