import type { ContractRule } from "../../contractRule.ts";
import { deleteDecision, putDecision } from "../../deciding/decisionRequests.ts";
import { expectProblem } from "../../expectations.ts";

export const unknownPurposeToDecide: ContractRule = {
  id: "unknown-purpose-to-decide",
  title: "Nothing is decided for a purpose that the policy does not have",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy: "Answer 404 not-found before If-Match and the body are looked at.",
  needs: ["write"],
  async check(context) {
    expectProblem(await putDecision(context, "no-such", '"0"', {}), "not-found");
    expectProblem(await deleteDecision(context, "no-such"), "not-found");
  },
};
