import { languages } from "../../../../policy/language.ts";
import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent, giveConsent } from "../../deciding/giveConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";
import { expectBound } from "./expectBound.ts";

export const grantBindsAnew: ContractRule = {
  id: "grant-binds-anew",
  title: "Consent given again is bound to what was seen then, and keeps the pseudonym",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Bind a grant from granted to what was sent with it, and leave the pseudonym as it is.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const before = await ensureConsent(context, id);
      const { pseudonym } = (await readPurpose(context, id)).activity;
      const other = languages.find((one) => one !== before.decision.language);
      const { exchange, decision, etag, seen } = await giveConsent(context, id, other);
      expectThat(exchange, etag !== before.etag, "A new ETag.");
      expectBound(exchange, decision, seen);
      const after = await readPurpose(context, id);
      const kept = after.activity.pseudonym === pseudonym;
      expectThat(after.exchange, kept, `${id}: the pseudonym ${pseudonym}.`);
    });
  },
};
