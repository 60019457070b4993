import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectProblem, expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";

export const overtakenGrant: ContractRule = {
  id: "overtaken-grant",
  title: "A grant that a withdrawal overtook arrives stale and changes nothing",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Count the sequence with every DELETE, so that a grant from before it is stale.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { etag, grant } = await prepareGrant(context, id);
      const { decision } = await withdrawConsent(context, id);
      const exchange = await putDecision(context, id, etag, grant);
      expectProblem(exchange, "decision-changed");
      const after = await readDecision(context, id);
      const { status } = after.decision;
      expectThat(
        exchange,
        status === decision.status,
        `${decision.status}; now ${status}.`,
      );
    });
  },
};
