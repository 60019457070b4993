import { knownStatus, transitions } from "../../../../contract/transitions.ts";
import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { readDecided } from "../../deciding/readDecided.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";
import { unknownDigest } from "../../unknownDigest.ts";
import { expectBound } from "./expectBound.ts";
import { expectReadBack } from "./expectReadBack.ts";

export const refusal: ContractRule = {
  id: "refusal",
  title: "A refusal is recorded and read back as what it is, whatever could be shown",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Keep person, revision, language and text of each refusal, also for a text that you do not know, and count the sequence.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      for (const textDigest of [undefined, unknownDigest]) {
        await withdrawConsent(context, id);
        const before = await readDecision(context, id);
        const { refusal } = await prepareDecision(context, id);
        const seen = { ...refusal, ...(textDigest ? { textDigest } : {}) };
        const exchange = await putDecision(context, id, before.etag, seen);
        const { decision, etag } = readDecided(context, exchange);
        const from = knownStatus(before.decision.status);
        const to = from && transitions[from].refuse;
        expectThat(exchange, decision.status === to, `${id}: the status ${to}.`);
        expectThat(exchange, etag !== before.etag, "A new ETag.");
        expectBound(exchange, decision, seen);
        await expectReadBack(context, id, exchange);
      }
    });
  },
};
