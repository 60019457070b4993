import { checkRule, notTried } from "./checkRule.ts";
import { collectFindings } from "./collectFindings.ts";
import { mapConcurrently } from "./concurrency/mapConcurrently.ts";
import type { ContractRule } from "./contractRule.ts";
import { findHindrances } from "./findHindrances.ts";
import { limitTime } from "./limitTime.ts";
import { type Finding, preflight } from "./preflight/index.ts";
import { rememberUnreadable } from "./rememberUnreadable.ts";
import type { RuleResult } from "./ruleResult.ts";
import { isViewerInHistory } from "./rules/erasedNames/isViewerInHistory.ts";
import { contractRules } from "./rules/index.ts";
import { leftWithdrawn } from "./rules/leftWithdrawn.ts";
import {
  createSuiteContext,
  type SuiteContext,
  type SuiteOptions,
} from "./suiteContext.ts";

/** So many rules that only read are checked at a time, where answers take long. */
const readsAtOnce = 8;

/** What a run of the suite found: a result for each rule, and how many there are of each kind. */
export interface SuiteReport {
  readonly baseUrl: string;
  /** What stands between the suite and the panel, or makes the panel look so. */
  readonly findings: readonly Finding[];
  readonly results: readonly RuleResult[];
  readonly passed: number;
  /** All that are broken, by whatever cause. */
  readonly failed: number;
  readonly notTried: number;
}

/** How a panel is reached, and what of the contract is checked, for how long. */
export interface RunOptions extends SuiteOptions {
  /** Which rules are checked, in this order. @default all */
  readonly rules?: readonly ContractRule[];
  /** What a preflight found. @default one is made first */
  readonly findings?: readonly Finding[];
  /** How long the run may take, in milliseconds; what it does not come to is not tried. */
  readonly maxTime?: number;
  /** Called with a cause that is found while rules are checked. */
  readonly onFinding?: (finding: Finding) => void;
  /** Ends the run early; what the suite decided is withdrawn nevertheless. */
  readonly signal?: AbortSignal;
  /** Called with what became of each rule, as soon as it is known. */
  readonly onResult?: (result: RuleResult, index: number, count: number) => void;
}

/**
 * Checks a panel against the rules of the contract, once it has looked for what stands before it. By default it
 * reads; with `write` it also decides, if nothing stands that a person decided, and ends
 * with everything withdrawn. A panel that answers wrongly, or not at all, is told in the report.
 *
 * @throws {Error} what the suite itself fails with, once what it decided is withdrawn.
 */
export async function runSuite({
  rules = contractRules,
  maxTime = Number.POSITIVE_INFINITY,
  ...options
}: RunOptions): Promise<SuiteReport> {
  const created = createSuiteContext(options);
  const before = options.findings ?? (await preflight(created));
  const findings = collectFindings(before, options.onFinding);
  const memory = { findings, unreadable: rememberUnreadable() };
  const hindrances = await findHindrances(created, before);
  const context: SuiteContext = { ...created, write: !hindrances.write };
  const limited = limitTime(context, maxTime);
  // Asked before anything is decided.
  if (context.write) await isViewerInHistory(limited).catch(() => undefined);
  const check = async (rule: ContractRule, index: number) => {
    const isLast = rule === leftWithdrawn;
    const hindrance =
      options.signal?.aborted && !isLast
        ? { reason: "The run was interrupted.", cause: null }
        : rule.needs.map((need) => hindrances[need]).find(Boolean);
    const result = hindrance
      ? notTried(rule, hindrance.reason, hindrance.cause)
      : await checkRule(rule, isLast ? context : limited, memory);
    options.onResult?.(result, index, rules.length);
    return result;
  };
  let results: readonly RuleResult[];
  try {
    results = await mapConcurrently(rules, check, {
      limit: findings.kinds().has("slow") ? readsAtOnce : 1,
      // What would decide, and may not, sends nothing.
      mayOverlap: ({ needs }) =>
        !needs.includes("write") || hindrances.write !== undefined,
    });
  } catch (error) {
    if (!hindrances.write) await checkRule(leftWithdrawn, context, memory);
    throw error;
  }
  const count = (outcome: RuleResult["outcome"]) =>
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
