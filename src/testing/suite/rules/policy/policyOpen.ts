import type { ContractRule } from "../../contractRule.ts";
import { expectJson } from "../../expectations.ts";

export const policyOpen: ContractRule = {
  id: "policy-open",
  title: "The policy is told to everybody, signed in or not",
  section: "docs/panel-api.md#the-requests",
  remedy: "Answer GET /policy without asking for a session.",
  needs: ["read"],
  async check({ get, contract }) {
    const exchange = await get("/policy", { session: "none" });
    expectJson(exchange, contract.policyResource);
  },
};
