import type { ContractRule } from "./contractRule.ts";
import type { Exchange } from "./exchange.ts";
import { expectThat } from "./expectations.ts";
import { NotTried } from "./notTried.ts";
import { oncePerContext } from "./oncePerContext.ts";
import { type PanelSnapshot, readSnapshot } from "./snapshot/panelSnapshot.ts";
import { type TransitionStep, walkTransitions } from "./snapshot/walkTransitions.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** What a rule says, where it is written, and what to do where it is broken. */
export interface RuleWords
  extends Pick<ContractRule, "id" | "title" | "section" | "remedy"> {
  /** What a panel has to have so that the rule can be tried, as a phrase. */
  readonly occasion: string;
}

/** Looks at something; what was looked at nowhere counts as not tried. */
export type Expect = (
  exchange: Exchange,
  condition: boolean,
  expected: string,
  header?: string,
) => void;

const readOnceForAll = oncePerContext(readSnapshot);

/** A rule that is checked by reading: as it stands, and where the suite may decide, on the way. */
export function stateRule(
  words: RuleWords,
  check: (
    state: PanelSnapshot,
    expect: Expect,
    context: SuiteContext,
  ) => void | Promise<void>,
): ContractRule {
  const rule = requestRule(words, ["read"], async (context, expect) => {
    const steps = context.write ? await stepsOf(context) : [];
    const states = [steps[0]?.before, ...steps.map(({ after }) => after)];
    const seen = states.filter((state) => state !== undefined);
    for (const state of seen.length > 0 ? seen : [await readOnceForAll(context)]) {
      await check(state, expect, context);
    }
  });
  return { ...rule, isAskedOnce: true };
}

/** A rule that is checked on each step of the way through the states. */
export function transitionRule(
  words: RuleWords,
  check: (
    step: TransitionStep,
    expect: Expect,
    context: SuiteContext,
  ) => void | Promise<void>,
): ContractRule {
  return transitionsRule(words, async (steps, expect, context) => {
    for (const step of steps) await check(step, expect, context);
  });
}

/** A rule that is checked on the whole way through the states. */
export function transitionsRule(
  words: RuleWords,
  check: (
    steps: readonly TransitionStep[],
    expect: Expect,
    context: SuiteContext,
  ) => void | Promise<void>,
): ContractRule {
  const rule = requestRule(words, ["write"], async (context, expect) =>
    check(await walkTransitions(context), expect, context),
  );
  return { ...rule, isAskedOnce: true };
}

/** A rule that sends the requests that it needs by itself. */
export function requestRule(
  { occasion, ...words }: RuleWords,
  needs: ContractRule["needs"],
  check: (context: SuiteContext, expect: Expect) => void | Promise<void>,
): ContractRule {
  return {
    ...words,
    needs,
    async check(context) {
      let count = 0;
      await check(context, (exchange, condition, expected, header) => {
        count += 1;
        expectThat(exchange, condition, expected, header);
      });
      if (count === 0) throw new NotTried(`There was no occasion: it needs ${occasion}.`);
    },
  };
}

/** Where no decision can be made, what there is has to do. */
async function stepsOf(context: SuiteContext): Promise<readonly TransitionStep[]> {
  try {
    return await walkTransitions(context);
  } catch (error) {
    if (error instanceof NotTried) return [];
    throw error;
  }
}
