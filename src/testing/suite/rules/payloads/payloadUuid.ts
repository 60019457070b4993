import { nilUuid } from "../../../../policy/nilUuid.ts";
import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPayloadBytes, readPurpose, uuidsIn } from "../../panelReading.ts";
import { isAgreed } from "./isAgreed.ts";

export const payloadUuid: ContractRule = {
  id: "payload-uuid",
  title: "A payload holds the pseudonym while consent is given, else the nil UUID",
  section: "docs/panel-api.md#the-payload",
  remedy:
    "Put the pseudonym into the payload while consent is given, and the nil UUID at all other times.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id, identification }) => {
      const { decision, activity } = await readPurpose(context, id);
      const exchange = await readPayloadBytes(context, id);
      const agreed = isAgreed(decision.status) ? activity.pseudonym : null;
      const expected = identification === "pseudonym" ? [agreed ?? nilUuid] : [];
      const found = uuidsIn(exchange.text);
      const same = JSON.stringify(found) === JSON.stringify(expected);
      const wanted = expected[0] ?? "none";
      expectThat(exchange, same, `${id}, ${decision.status}: the UUID ${wanted}.`);
    });
  },
};
