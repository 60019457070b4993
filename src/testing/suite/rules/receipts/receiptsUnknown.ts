import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";
import { unknownId } from "../../unknownId.ts";

export const receiptsUnknown: ContractRule = {
  id: "receipts-unknown",
  title: "A receipt that there is not is not found",
  section: "docs/panel-api.md#the-requests",
  remedy: "Answer 404 not-found to the id of a receipt that there is not.",
  needs: ["read"],
  async check({ get }) {
    expectProblem(await get(`/receipts/${unknownId}`), "not-found");
  },
};
