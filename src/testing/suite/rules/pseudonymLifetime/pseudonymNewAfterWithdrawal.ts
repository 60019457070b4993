import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent, giveConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";
import { pseudonymousPurposes } from "./pseudonymousPurposes.ts";

export const pseudonymNewAfterWithdrawal: ContractRule = {
  id: "pseudonym-new-after-withdrawal",
  title: "Consent given after a withdrawal makes another UUID",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Make a new UUID for each grant from a state without consent; derive it from nothing.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(pseudonymousPurposes(context), async ({ id }) => {
      await ensureConsent(context, id);
      const before = (await readPurpose(context, id)).activity.pseudonym;
      await withdrawConsent(context, id);
      await giveConsent(context, id);
      const { exchange, activity } = await readPurpose(context, id);
      const isNew = activity.pseudonym !== before && activity.pseudonym !== null;
      expectThat(exchange, isNew, `${id}: a UUID other than ${before}.`);
    });
  },
};
