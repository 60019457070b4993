import { nilUuid } from "../../../../policy/nilUuid.ts";
import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes, readPurpose, uuidsIn } from "../../panelReading.ts";
import { pseudonymousPurposes } from "./pseudonymousPurposes.ts";

export const pseudonymGoneAfterWithdrawal: ContractRule = {
  id: "pseudonym-gone-after-withdrawal",
  title: "Withdrawing takes the UUID away at once, from the payload too",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Delete the UUID in the transaction that withdraws, and put the nil UUID into the payload.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(pseudonymousPurposes(context), async ({ id }) => {
      await ensureConsent(context, id);
      await withdrawConsent(context, id);
      const { exchange, activity } = await readPurpose(context, id);
      expectThat(exchange, activity.pseudonym === null, `${id}: no pseudonym.`);
      const payload = await readPayloadBytes(context, id);
      const found = uuidsIn(payload.text).join(", ");
      expectThat(payload, found === nilUuid, `${id}: the nil UUID.`);
    });
  },
};
