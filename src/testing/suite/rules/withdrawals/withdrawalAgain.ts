import type { ContractRule } from "../../contractRule.ts";
import { deleteDecision } from "../../deciding/decisionRequests.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { readDecided } from "../../deciding/readDecided.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectStatus, expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";

export const withdrawalAgain: ContractRule = {
  id: "withdrawal-again",
  title: "Withdrawing again is no error and changes no status",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Answer a repeated DELETE as the first one, and leave status, at and by as they are.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      await ensureConsent(context, id);
      const first = await withdrawConsent(context, id);
      const exchange = await deleteDecision(context, id);
      expectStatus(exchange, 200, 202);
      const second = readDecided(context, exchange, 200, 202);
      const same = second.decision.at === first.decision.at;
      const withdrawn = second.decision.status === "withdrawn";
      expectThat(exchange, withdrawn, "The status withdrawn.");
      expectThat(exchange, same, `Withdrawn at ${first.decision.at}, as before.`);
    });
  },
};
