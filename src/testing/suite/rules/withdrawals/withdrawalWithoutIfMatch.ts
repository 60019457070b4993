import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";

export const withdrawalWithoutIfMatch: ContractRule = {
  id: "withdrawal-without-if-match",
  title: "Consent is withdrawn without any precondition",
  section: "docs/panel-api.md#the-states",
  remedy: "Take every DELETE, without If-Match and without a body.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      await ensureConsent(context, id);
      const { exchange } = await withdrawConsent(context, id);
      const after = await readDecision(context, id);
      const { status } = after.decision;
      expectThat(exchange, status === "withdrawn", `withdrawn; it is ${status}.`);
    });
  },
};
