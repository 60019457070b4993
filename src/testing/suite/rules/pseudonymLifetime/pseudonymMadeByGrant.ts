import type { ContractRule } from "../../contractRule.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes, readPurpose, uuid4, uuidsIn } from "../../panelReading.ts";
import { pseudonymousPurposes } from "./pseudonymousPurposes.ts";

export const pseudonymMadeByGrant: ContractRule = {
  id: "pseudonym-made-by-grant",
  title: "Consent makes a random UUID, and the payload holds it from then on",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Make a version 4 UUID in the transaction of the grant, and put it into the payload from then on.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(pseudonymousPurposes(context), async ({ id }) => {
      await ensureConsent(context, id);
      const { exchange, activity } = await readPurpose(context, id);
      const pseudonym = activity.pseudonym ?? "";
      expectThat(exchange, uuid4.test(pseudonym), `${id}: a UUID of version 4.`);
      const payload = await readPayloadBytes(context, id);
      const found = uuidsIn(payload.text).join(", ");
      expectThat(payload, found === pseudonym, `${id}: the UUID ${pseudonym}.`);
    });
  },
};
