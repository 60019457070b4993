import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";

export const withdrawalWithAnyIfMatch: ContractRule = {
  id: "withdrawal-with-any-if-match",
  title: "Consent is withdrawn with any If-Match",
  section: "docs/panel-api.md#the-states",
  remedy: "Do not look at If-Match of a DELETE.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      for (const tag of ['"stale"', "*", 'W/"0"']) {
        await ensureConsent(context, id);
        await withdrawConsent(context, id, { headers: { "If-Match": tag } });
      }
    });
  },
};
