import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";

export const effectiveOnlyWhenGranted: ContractRule = {
  id: "effective-only-when-granted",
  title: "Reports go out only while consent is given and nothing locks sending",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Compute effective from status, lock and suspended whenever it is told; do not store it.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { exchange, decision, activity } = await readPurpose(context, id);
      const { lock, suspended } = activity;
      const free = lock === null && suspended === null;
      const effective = decision.status === "granted" && free;
      const expected = `${id}: effective ${effective} (${decision.status}, lock ${lock}, suspended ${suspended}).`;
      expectThat(exchange, activity.effective === effective, expected);
    });
  },
};
