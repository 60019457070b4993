import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { expectRefusals } from "../../deciding/expectRefusals.ts";
import { prepareGrant } from "../../deciding/prepareGrant.ts";
import { unknownDigest } from "../../unknownDigest.ts";
import { attemptLarge } from "./attemptLarge.ts";

const plain = { "Content-Type": "text/plain" };

export const orderOfProblems: ContractRule = {
  id: "order-of-problems",
  title: "Of several faults the first in the contract's order is answered",
  section: "docs/panel-api.md#the-order-of-problems",
  remedy: "Look for problems in the order of the list, and answer the first.",
  needs: ["write"],
  check: (context) =>
    expectRefusals(context, async (id, attempt) => {
      const { etag, grant } = await prepareGrant(context, id);
      const other = { ...grant, textDigest: unknownDigest, payloadDigest: unknownDigest };
      const outside = { session: "none", headers: { Origin: null } } as const;
      await attempt(putDecision(context, id, null, "{", outside), "cross-site");
      const nobody = { session: "none", headers: plain } as const;
      await attempt(putDecision(context, "no-such", null, "{", nobody), "not-signed-in");
      await attempt(
        putDecision(context, "no-such", null, "{", { headers: plain }),
        "not-found",
      );
      const sent = putDecision(context, id, null, "{", { headers: plain });
      await attempt(sent, "media-type-not-supported");
      await attempt(putDecision(context, id, null, "{"), "malformed-body");
      await attempt(putDecision(context, id, null, other), "precondition-required");
      await attempt(putDecision(context, id, '"stale"', other), "decision-changed");
      await attempt(putDecision(context, id, etag, other), "policy-changed");
      const sendPlain = (body: string) =>
        putDecision(context, id, null, body, { headers: plain });
      await attemptLarge(sendPlain, attempt);
    }),
};
