import type { ContractRule } from "../../contractRule.ts";
import { giveConsent } from "../../deciding/giveConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision, readPurpose } from "../../panelReading.ts";
import { expectBound } from "./expectBound.ts";
import { expectReadBack } from "./expectReadBack.ts";

export const grant: ContractRule = {
  id: "grant",
  title:
    "Consent is bound to person, revision, language, text and payload, with a new tag",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Keep person, revision, language and both digests with the grant, and count the sequence.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const before = await readDecision(context, id);
      const { exchange, decision, etag, seen } = await giveConsent(context, id);
      expectThat(exchange, etag !== before.etag, "A new ETag.");
      expectBound(exchange, decision, seen);
      const { viewer, activity, transport, ...told } = await readPurpose(context, id);
      expectThat(exchange, decision.by?.id === viewer.id, `By ${viewer.id}.`);
      const isEffective = activity.effective || transport === null;
      expectThat(told.exchange, isEffective, `${id}: effective.`);
      await expectReadBack(context, id, exchange);
    });
  },
};
