import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision, readPurpose } from "../../panelReading.ts";

export const decisionAlone: ContractRule = {
  id: "decision-alone",
  title: "A decision is told the same alone and among the purposes, with the same tag",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Make the decision of GET /purposes and that of its own address by one function, from one row.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { etag, decision } = await readPurpose(context, id);
      const alone = await readDecision(context, id);
      const expected = `${id}: ETag ${etag} and ${JSON.stringify(decision)}.`;
      const same = JSON.stringify(alone.decision) === JSON.stringify(decision);
      expectThat(alone.exchange, same, expected);
      expectThat(alone.exchange, alone.etag === etag, expected, "ETag");
    });
  },
};
