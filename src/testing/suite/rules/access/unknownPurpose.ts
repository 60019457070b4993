import type { ContractRule } from "../../contractRule.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath } from "../../panelReading.ts";

export const unknownPurpose: ContractRule = {
  id: "unknown-purpose",
  title: "A purpose that the policy does not have is not found",
  section: "docs/panel-api.md#the-requests",
  remedy:
    "Answer 404 not-found for each purpose that is no consent activity of the policy.",
  needs: ["read"],
  async check({ send }) {
    for (const method of ["GET", "HEAD"]) {
      for (const part of ["decision", "payload"] as const) {
        expectProblem(await send(method, purposePath("no-such", part)), "not-found");
      }
    }
  },
};
