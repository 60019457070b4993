import type { ContractRule } from "../../contractRule.ts";
import { giveConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";
import { findNewestRecord } from "./findNewestRecord.ts";

export const historyRecords: ContractRule = {
  id: "history-records",
  title: "The history tells of consent and of its withdrawal, and who decided",
  section: "docs/panel-api.md#the-history-and-the-log",
  remedy:
    "Write one entry with each decision, with the person and all that it is bound to, in the same transaction.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const { viewer } = await readPurpose(context, id);
      const { seen } = await giveConsent(context, id);
      const granted = await findNewestRecord(context, id, "granted");
      const { by, revision, language, textDigest, payloadDigest } = granted.entry;
      const found = { revision, language, textDigest, payloadDigest };
      const { decision: _decision, ...bound } = seen;
      const same =
        by?.id === viewer.id && JSON.stringify(found) === JSON.stringify(bound);
      expectThat(granted.exchange, same, `By ${viewer.id}: ${JSON.stringify(bound)}.`);
      await withdrawConsent(context, id);
      const withdrawn = await findNewestRecord(context, id, "withdrawn");
      const person = withdrawn.entry.by?.id;
      expectThat(withdrawn.exchange, person === viewer.id, `By ${viewer.id}.`);
    });
  },
};
