import type { ContractRule } from "../../contractRule.ts";
import { putDecision } from "../../deciding/decisionRequests.ts";
import { ensureConsent } from "../../deciding/giveConsent.ts";
import { prepareDecision } from "../../deciding/prepareDecision.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectStatus } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";

export const tagAsNumber: ContractRule = {
  id: "tag-as-number",
  title: "An If-Match that a proxy has changed names the decision by its number",
  section: "docs/panel-api.md#the-states",
  remedy:
    "Read each tag of If-Match as a number: without W/, and without a suffix such as -gzip.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      for (const changed of [
        (tag: string) => `W/${tag}`,
        (tag: string) => tag.replace(/"$/, '-gzip"'),
      ]) {
        await ensureConsent(context, id);
        await withdrawConsent(context, id);
        const { etag, refusal } = await prepareDecision(context, id);
        expectStatus(await putDecision(context, id, changed(etag), refusal), 200);
      }
    });
  },
};
