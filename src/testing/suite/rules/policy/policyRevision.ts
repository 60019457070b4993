import type { ContractRule } from "../../contractRule.ts";
import { expectThat } from "../../expectations.ts";
import { readPolicy } from "../../panelReading.ts";

export const policyRevision: ContractRule = {
  id: "policy-revision",
  title: "The revision in force is the one of the policy that is tested with",
  section: "docs/panel-api.md#texts-and-digests",
  remedy:
    "Tell the id of the policy's newest revision, or name the module with the panel's own policy by --config.",
  needs: ["read"],
  async check(context) {
    const { exchange, policy } = await readPolicy(context);
    const { id } = context.contract.policy.revision;
    expectThat(exchange, policy.revision === id, `The revision ${id}.`);
  },
};
