import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectUnchanged } from "../../deciding/expectUnchanged.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { expectProblem } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";

export const withdrawInstead: ContractRule = {
  id: "withdraw-instead",
  title: "A refusal does not pass for a withdrawal of given consent",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Answer 409 withdraw-instead to a refusal while consent is given, and change nothing.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { etag } = await ensureConsent(context, id);
      const { refusal } = await prepareDecision(context, id);
      const exchange = await putDecision(context, id, etag, refusal);
      expectProblem(exchange, "withdraw-instead");
      await expectUnchanged(context, id, etag, exchange);
    });
  },
};
