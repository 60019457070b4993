import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { unknownDigest } from "../../unknownDigest.ts";

export const payloadMustBeCurrent: ContractRule = {
  id: "payload-must-be-current",
  title: "A grant for another payload than the panel's is not taken",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Make the payload again in the transaction of the grant and compare its digest; answer 409 payload-changed.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant } = await prepareGrant(context, id);
      const other = { ...grant, payloadDigest: unknownDigest };
      await attempt(putDecision(context, id, etag, other), "payload-changed");
    }),
};
