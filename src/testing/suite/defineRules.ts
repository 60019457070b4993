import type { ContractRule } from "./contractRule.ts";
import type { Exchange } from "./exchange.ts";
import { expectThat } from "./expectations.ts";
import { NotTried } from "./notTried.ts";
import { oncePerContext } from "./oncePerContext.ts";
import { type PanelSnapshot, readSnapshot } from "./snapshot/panelSnapshot.ts";
import { unreadResources } from "./snapshot/unreadResources.ts";
import { type TransitionStep, walkTransitions } from "./snapshot/walkTransitions.ts";
import type { SuiteContext } from "./suiteContext.ts";

/** What a rule says, where it is written, and what to do where it is broken. */
interface RuleWords extends Pick<ContractRule, "id" | "title" | "section" | "remedy"> {
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
  return snapshotRule(words, ["read"], async (context, expect) => {
    const steps = context.write ? await stepsOf(context) : [];
    const states =
      steps.length > 0 ? snapshotsOf(steps) : [await readOnceForAll(context)];
    for (const state of states) await check(state, expect, context);
    return states;
  });
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
  return snapshotRule(words, ["write"], async (context, expect) => {
    const steps = await walkTransitions(context);
    await check(steps, expect, context);
    return snapshotsOf(steps);
  });
}

/** A rule that sends the requests that it needs by itself. */
export function requestRule(
  { occasion, ...words }: RuleWords,
  needs: ContractRule["needs"],
  check: (context: SuiteContext, expect: Expect) => Promise<void>,
): ContractRule {
  return {
    ...words,
    needs,
    check: async (context) => {
      const { count } = await counted((expect) => check(context, expect));
      if (count === 0) throw new NotTried(`Not tried, because it needs ${occasion}.`);
    },
  };
}

/** A rule about snapshots that several rules share; the check resolves with those it looked at. */
function snapshotRule(
  { occasion, ...words }: RuleWords,
  needs: ContractRule["needs"],
  check: (context: SuiteContext, expect: Expect) => Promise<readonly PanelSnapshot[]>,
): ContractRule {
  return {
    ...words,
    needs,
    isAskedOnce: true,
    check: async (context) => {
      const { count, result } = await counted((expect) => check(context, expect));
      if (count > 0) return;
      const unread = unreadResources(result).join(", ");
      const because = unread && `${unread} is not what the contract has, and `;
      throw new NotTried(`Not tried, because ${because}it needs ${occasion}.`);
    },
  };
}

/** Does a check, and counts what it looked at. */
async function counted<Result>(check: (expect: Expect) => Promise<Result>) {
  let count = 0;
  const result = await check((exchange, condition, expected, header) => {
    count += 1;
    expectThat(exchange, condition, expected, header);
  });
  return { count, result };
}

function snapshotsOf(steps: readonly TransitionStep[]): readonly PanelSnapshot[] {
  return steps.flatMap(({ before, after }, index) =>
    index === 0 ? [before, after] : [after],
  );
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
