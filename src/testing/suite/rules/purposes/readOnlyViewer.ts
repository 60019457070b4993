import type { ContractRule } from "../../contractRule.ts";
import { expectJson, expectThat } from "../../expectations.ts";

export const readOnlyViewer: ContractRule = {
  id: "read-only-viewer",
  title: "A person who may not decide is told so, and sees the state",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Answer GET /purposes to who may look and not decide, with viewer.mayDecide false.",
  needs: ["read-only-session"],
  async check({ get, contract }) {
    const exchange = await get("/purposes", { session: "read-only" });
    const { viewer } = expectJson(exchange, contract.purposes);
    expectThat(exchange, viewer.mayDecide === false, "viewer.mayDecide false.");
  },
};
