import { digest } from "../../../../payload/digest.ts";
import type { ContractRule } from "../../contractRule.ts";
import { giveConsent } from "../../deciding/giveConsent.ts";
import { withdrawConsent } from "../../deciding/withdrawConsent.ts";
import { expectProblem, expectStatus, expectThat } from "../../expectations.ts";
import { forEachPurpose } from "../../forEachPurpose.ts";
import { readPurpose } from "../../panelReading.ts";
import type { SuiteContext } from "../../suiteContext.ts";
import { findNewestRecord } from "./findNewestRecord.ts";

/** Gives consent and reads the bytes that it was given to. */
async function agree(context: SuiteContext, id: string) {
  const { seen } = await giveConsent(context, id);
  const { entry } = await findNewestRecord(context, id, "granted");
  const path = `/decisions/${entry.id}/payload`;
  const exchange = await context.get(path);
  expectStatus(exchange, 200);
  const found = await digest(exchange.bytes);
  const expected = `The bytes with the digest ${seen.payloadDigest}.`;
  expectThat(exchange, found === seen.payloadDigest, expected);
  return { path, text: exchange.text };
}

export const agreedBytes: ContractRule = {
  id: "agreed-bytes",
  title: "The bytes that were agreed to are kept; with a UUID they go when it goes",
  section: "docs/panel-api.md#what-to-store",
  remedy:
    "Keep the bytes of each grant, and delete those that hold a UUID when it is withdrawn: 410 gone.",
  needs: ["write"],
  async check(context) {
    await forEachPurpose(context, async ({ id }) => {
      const first = await agree(context, id);
      // Given again, consent is to bytes that hold the pseudonym, if there is one.
      const second = await agree(context, id);
      const { pseudonym } = (await readPurpose(context, id)).activity;
      await withdrawConsent(context, id);
      for (const { path, text } of [first, second]) {
        const exchange = await context.get(path);
        if (pseudonym !== null && text.includes(pseudonym)) {
          expectProblem(exchange, "gone");
        } else {
          expectStatus(exchange, 200);
          expectThat(exchange, exchange.text === text, "The same bytes as before.");
        }
      }
    });
  },
};
