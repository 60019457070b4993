import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { attemptLarge } from "./attemptLarge.ts";

export const largeBody: ContractRule = {
  id: "large-body",
  title: "A body of a mebibyte is too large",
  section: "docs/panel-api.md#the-requests",
  remedy: "Stop reading after 16,384 bytes and answer 413 body-too-large.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag } = await prepareDecision(context, id);
      await attemptLarge((body) => putDecision(context, id, etag, body), attempt);
    }),
};
