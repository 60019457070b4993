import type { ContractRule } from "../../contractRule.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readDecision } from "../../panelReading.ts";

export const withdrawalNewTag: ContractRule = {
  id: "withdrawal-new-tag",
  title: "Every DELETE gives a new entity tag",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Count the sequence with every DELETE, also with one that changes nothing else.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const tags = [(await readDecision(context, id)).etag];
      for (let time = 0; time < 3; time += 1) {
        const { exchange, etag } = await withdrawConsent(context, id);
        expectThat(
          exchange,
          !tags.includes(etag),
          `An ETag not among ${tags.join(" ")}.`,
        );
        const read = await readDecision(context, id);
        expectThat(read.exchange, read.etag === etag, `ETag ${etag}, as answered.`);
        tags.push(etag);
      }
    });
  },
};
