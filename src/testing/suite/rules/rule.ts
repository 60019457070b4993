import { type ContractPromise, NotTried } from "../contractPromise.ts";
import type { Exchange } from "../exchange.ts";
import { expectThat } from "../expectations.ts";
import { type Step, walkCourse } from "../state/course.ts";
import { once } from "../state/once.ts";
import { type PanelState, readState } from "../state/panelState.ts";
import type { SuiteContext } from "../suiteContext.ts";

/** What is promised, where it is written, and what to do where it is broken. */
export type Words = Required<
  Pick<ContractPromise, "id" | "title" | "section" | "remedy">
>;

/** Looks at something; what was looked at nowhere counts as not tried. */
export type That = (
  exchange: Exchange,
  condition: boolean,
  expected: string,
  header?: string,
) => void;

const readOnceForAll = once(readState);

/** A promise that is checked by reading: as it stands, and where the suite may decide, on the way. */
export function stateRule(
  words: Words,
  check: (state: PanelState, that: That, context: SuiteContext) => void | Promise<void>,
): ContractPromise {
  return {
    ...words,
    needs: ["read"],
    isAskedOnce: true,
    check: (context) =>
      judged(async (that) => {
        const steps = context.write ? await stepsOf(context) : [];
        const states = [steps[0]?.before, ...steps.map(({ after }) => after)];
        const seen = states.filter((state) => state !== undefined);
        for (const state of seen.length > 0 ? seen : [await readOnceForAll(context)]) {
          await check(state, that, context);
        }
      }),
  };
}

/** A promise that is checked on the way through the states. */
export function courseRule(
  words: Words,
  check: (step: Step, that: That, context: SuiteContext) => void | Promise<void>,
): ContractPromise {
  return wholeCourseRule(words, async (steps, that, context) => {
    for (const step of steps) await check(step, that, context);
  });
}

export function wholeCourseRule(
  words: Words,
  check: (
    steps: readonly Step[],
    that: That,
    context: SuiteContext,
  ) => void | Promise<void>,
): ContractPromise {
  return {
    ...words,
    needs: ["write"],
    isAskedOnce: true,
    check: (context) =>
      judged(async (that) => check(await walkCourse(context), that, context)),
  };
}

/** A promise that sends what it needs to itself. */
export function sendingRule(
  words: Words,
  needs: ContractPromise["needs"],
  check: (context: SuiteContext, that: That) => Promise<void>,
): ContractPromise {
  return { ...words, needs, check: (context) => judged((that) => check(context, that)) };
}

async function judged(check: (that: That) => void | Promise<void>): Promise<void> {
  let count = 0;
  await check((exchange, condition, expected, header) => {
    count += 1;
    expectThat(exchange, condition, expected, header);
  });
  if (count === 0) throw new NotTried("This panel, as it stands, gives no occasion.");
}

/** Where no decision can be made, what there is has to do. */
async function stepsOf(context: SuiteContext): Promise<readonly Step[]> {
  try {
    return await walkCourse(context);
  } catch (error) {
    if (error instanceof NotTried) return [];
    throw error;
  }
}
