import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";

export const mediaType: ContractRule = {
  id: "media-type",
  title: "A body that is not said to be JSON is not read",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy: "Answer 415 media-type-not-supported to all but application/json.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant } = await prepareDecision(context, id);
      for (const type of ["text/plain", "application/x-www-form-urlencoded"]) {
        const headers = { "Content-Type": type };
        const sent = putDecision(context, id, etag, grant, { headers });
        await attempt(sent, "media-type-not-supported");
      }
    }),
};
