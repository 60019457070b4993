import type { ContractRule } from "../../contractRule.ts";
import { giveConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { NotTried } from "../../notTried.ts";
import { readPurposes } from "../../panelReading.ts";

export const purposesApart: ContractRule = {
  id: "purposes-apart",
  title: "A decision on one purpose leaves every other as it is",
  section: "docs/panel-api.md#the-states",
  remedy: "Keep each purpose in a row of its own, and change that row alone.",
  needs: ["write"],
  async check(context) {
    if (context.activities.length < 2)
      throw new NotTried("Not tried, because it needs a second purpose.");
    await forEachPurpose(context, async ({ id }) => {
      const before = await readPurposes(context);
      const { exchange } = await giveConsent(context, id);
      await withdrawConsent(context, id);
      const after = await readPurposes(context);
      for (const other of context.activities.filter((one) => one.id !== id)) {
        const was = JSON.stringify(before.purposes[other.id]?.decision);
        const is = JSON.stringify(after.purposes[other.id]?.decision);
        expectThat(exchange, is === was, `${other.id} as before: ${was}. Now: ${is}.`);
      }
    });
  },
};
