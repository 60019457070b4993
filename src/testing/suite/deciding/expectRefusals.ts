import type { ProblemCode } from "../../../contract/problem.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem } from "../expectations.ts";
import { forEachPurpose } from "../forEachPurpose.ts";
import { readDecision } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { expectUnchanged } from "./expectUnchanged.ts";

/** Sends what must be answered with this problem. */
export type ExpectRefusal = (
  sent: Promise<Exchange>,
  problem: ProblemCode,
) => Promise<void>;

/** Attempts that must be answered with a problem and change nothing, for every purpose. */
export async function expectRefusals(
  context: SuiteContext,
  check: (id: string, attempt: ExpectRefusal) => Promise<void>,
): Promise<void> {
  await forEachPurpose(context, async ({ id }) => {
    const { etag } = await readDecision(context, id);
    await check(id, async (sent, problem) => {
      const exchange = await sent;
      expectProblem(exchange, problem);
      await expectUnchanged(context, id, etag, exchange);
    });
  });
}
