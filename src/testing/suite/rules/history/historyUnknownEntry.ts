import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";
import { unknownId } from "../../unknownId.ts";

export const historyUnknownEntry: ContractRule = {
  id: "history-unknown-entry",
  title: "An entry that the history does not have is not found",
  section: "docs/panel-api.md#the-requests",
  remedy: "Answer 404 not-found to the id of an entry that there is not.",
  needs: ["read"],
  async check({ get }) {
    expectProblem(await get(`/decisions/${unknownId}/payload`), "not-found");
  },
};
