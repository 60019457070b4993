import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose, uuid4 } from "../../panelReading.ts";
import { isAgreed } from "./isAgreed.ts";

export const pseudonymOnlyWhileAgreed: ContractRule = {
  id: "pseudonym-only-while-agreed",
  title: "There is a pseudonym only while consent is given or outdated",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Make a version 4 UUID when consent is given, and delete it when it is withdrawn.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id, identification }) => {
      const { exchange, decision, activity } = await readPurpose(context, id);
      const { pseudonym } = activity;
      if (identification === "pseudonym" && isAgreed(decision.status)) {
        const expected = `${id}: a random UUID (version 4).`;
        expectThat(exchange, uuid4.test(pseudonym ?? ""), expected);
      } else {
        const expected = `${id}: no pseudonym while ${decision.status}.`;
        expectThat(exchange, pseudonym === null, expected);
      }
    });
  },
};
