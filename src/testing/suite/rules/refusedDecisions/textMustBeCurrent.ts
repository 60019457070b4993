import { languages } from "../../../../policy/language.ts";
import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { unknownDigest } from "../../unknownDigest.ts";

export const textMustBeCurrent: ContractRule = {
  id: "text-must-be-current",
  title: "A grant for another revision or another text is not taken",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Compare revision and textDigest with what is in force in that language; answer 409 policy-changed.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant } = await prepareGrant(context, id);
      const language = languages.find((one) => one !== grant.language);
      for (const change of [
        { textDigest: unknownDigest },
        { revision: "no-such" },
        { language },
      ]) {
        await attempt(
          putDecision(context, id, etag, { ...grant, ...change }),
          "policy-changed",
        );
      }
    }),
};
