import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { readPurposes } from "../../panelReading.ts";

export const purposesWhole: ContractRule = {
  id: "purposes-whole",
  title: "The purposes are the consent activities of the policy, and no others",
  section: "docs/panel-api.md#the-requests",
  remedy:
    "Tell one member of purposes for each consent activity of the policy, each as the schema of GET /purposes has it.",
  needs: ["read"],
  async check(context) {
    const { exchange, purposes } = await readPurposes(context);
    const { purposeIds } = context.contract;
    for (const id of purposeIds) {
      expectThat(exchange, Object.hasOwn(purposes, id), `The purpose ${id}.`);
    }
    const told: unknown = Reflect.get(JSON.parse(exchange.text), "purposes");
    for (const id of Object.keys(told ?? {})) {
      const expected = `No purpose ${id}: the policy has ${purposeIds.join(", ")}.`;
      expectThat(exchange, purposeIds.includes(id), expected);
    }
  },
};
