import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";

export const effectiveOnlyWhenGranted: ContractRule = {
  id: "effective-only-when-granted",
  title: "Reports go out while consent is given and nothing locks sending, and only then",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Compute effective from status, lock, suspended and transport whenever it is told; do not store it.",
  needs: ["read"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { exchange, decision, activity, transport } = await readPurpose(context, id);
      const { lock, suspended } = activity;
      const free = lock === null && suspended === null;
      const mayBe = decision.status === "granted" && free;
      const isRight = mayBe
        ? activity.effective || transport === null
        : !activity.effective;
      const expected = `${id}: effective ${mayBe} (${decision.status}, lock ${lock}, suspended ${suspended}).`;
      expectThat(exchange, isRight, expected);
    });
  },
};
