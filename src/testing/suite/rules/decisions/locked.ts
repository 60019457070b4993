import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectUnchanged } from "../../deciding/expectUnchanged.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { expectProblem } from "../../expectations.ts";
import { NotTried } from "../../notTried.ts";
import { readPurposes } from "../../panelReading.ts";

export const locked: ContractRule = {
  id: "locked",
  title: "While sending is locked consent cannot be given",
  section: "docs/panel-api.md#the-states",
  remedy: "Answer 403 locked to a grant while sending is locked, and change nothing.",
  needs: ["write"],
  async check(context) {
    const { purposes } = await readPurposes(context);
    const locked = context.activities.filter(({ id }) => purposes[id]?.activity.lock);
    if (locked.length === 0)
      throw new NotTried(
        "Not tried, because it needs a purpose whose sending is locked.",
      );
    for (const { id } of locked) {
      const { etag, grant: seen } = await prepareDecision(context, id);
      const exchange = await putDecision(context, id, etag, seen);
      expectProblem(exchange, "locked");
      await expectUnchanged(context, id, etag, exchange);
    }
  },
};
