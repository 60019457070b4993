import { ensureConsent } from "../../deciding/giveConsent.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { requestRule } from "../../defineRules.ts";
import { expectProblem } from "../../expectations.ts";
import { purposePath, readPayloadBytes } from "../../panelReading.ts";

export const refusedWhileGranted = requestRule(
  {
    id: "refused-while-granted",
    title:
      "While consent is given the order of problems holds, and bytes of before are not taken",
    section: "docs/panel-api.md#the-order-of-problems",
    remedy: "Tell a stale tag before withdraw-instead; compare with the bytes of now.",
    occasion: "a purpose that can be decided",
  },
  ["write"],
  async (context, expect) => {
    for (const { id } of context.activities) {
      await withdrawConsent(context, id);
      const before = await readPayloadBytes(context, id);
      await ensureConsent(context, id);
      const { etag, grant, refusal } = await prepareDecision(context, id);
      const path = purposePath(id, "decision");
      for (const method of ["PUT", "POST"]) {
        const stale = await context.send(method, path, {
          body: JSON.stringify(refusal),
          headers: { "If-Match": '"stale"' },
        });
        expect(stale, true, "412");
        expectProblem(stale, "decision-changed");
        if (before.digest === grant.payloadDigest) continue;
        const old = await context.send(method, path, {
          body: JSON.stringify({ ...grant, payloadDigest: before.digest }),
          headers: { "If-Match": etag },
        });
        expectProblem(old, "payload-changed");
      }
      await withdrawConsent(context, id);
    }
  },
);
