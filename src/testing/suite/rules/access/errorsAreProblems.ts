import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";

export const errorsAreProblems: ContractRule = {
  id: "errors-are-problems",
  title: "An error is a problem document, never a page",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy:
    "Answer errors with application/problem+json, whatever Accept says; turn the framework's own pages off.",
  needs: ["read"],
  async check({ get }) {
    const headers = { Accept: "text/html" };
    for (const path of ["/no-such-thing", "/policy/texts/no-such-text"]) {
      expectProblem(await get(path, { headers }), "not-found");
    }
  },
};
