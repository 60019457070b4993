import { decisionTag } from "../../../../contract/decision.ts";
import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";

export const staleIfMatch: ContractRule = {
  id: "stale-if-match",
  title: "A grant and a refusal of another decision than the last are stale",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Compare If-Match with the sequence that stands, and take no *; answer 412 decision-changed.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { decision, grant, refusal } = await prepareGrant(context, id);
      const other = decisionTag(decision.sequence + 1);
      for (const tag of ['"stale"', "*", other]) {
        await attempt(putDecision(context, id, tag, grant), "decision-changed");
        await attempt(putDecision(context, id, tag, refusal), "decision-changed");
      }
    }),
};
