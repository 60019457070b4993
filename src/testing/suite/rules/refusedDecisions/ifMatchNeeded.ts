import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";

export const ifMatchNeeded: ContractRule = {
  id: "if-match-needed",
  title: "A grant and a refusal need If-Match",
  section: "docs/panel-api.md#the-states",
  remedy: "Answer 428 precondition-required to a PUT without If-Match.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { grant, refusal } = await prepareGrant(context, id);
      await attempt(putDecision(context, id, null, grant), "precondition-required");
      await attempt(putDecision(context, id, null, refusal), "precondition-required");
    }),
};
