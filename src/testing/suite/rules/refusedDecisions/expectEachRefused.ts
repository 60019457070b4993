import type { ProblemCode } from "../../../../contract/problem.ts";
import { deleteDecision, putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import type { SendOptions, SuiteContext } from "../../suiteContext.ts";

export function expectEachRefused(
  context: SuiteContext,
  options: SendOptions,
  problem: ProblemCode,
) {
  return expectRefusals(context, async (id, attempt) => {
    const { etag, grant, refusal } = await prepareDecision(context, id);
    await attempt(putDecision(context, id, etag, grant, options), problem);
    await attempt(putDecision(context, id, etag, refusal, options), problem);
    await attempt(deleteDecision(context, id, options), problem);
  });
}
