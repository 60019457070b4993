import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";

export const malformedBody: ContractRule = {
  id: "malformed-body",
  title: "A body that is not the contract's is malformed",
  section: "docs/panel-api.md#the-requests",
  remedy:
    "Check the body against the schema of a decision request, with no other members; answer 400 malformed-body.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant, refusal } = await prepareDecision(context, id);
      const { payloadDigest: _missing, ...incomplete } = grant;
      for (const body of [
        "",
        "{",
        "[]",
        "null",
        incomplete,
        { ...grant, decision: "withdrawn" },
        { ...grant, language: "fr" },
        { ...grant, payloadDigest: "none" },
        { ...grant, seen: "kinds" },
        { ...refusal, textDigest: "none" },
        { ...refusal, revision: "no such revision" },
        { ...refusal, by: "somebody" },
      ]) {
        await attempt(putDecision(context, id, etag, body), "malformed-body");
      }
    }),
};
