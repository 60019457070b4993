import type { DecisionRecord } from "../../../contract/decisionRecord.ts";
import { digest } from "../../../payload/digest.ts";
import type { ContractPromise } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import { expectJson, expectProblem, expectStatus, expectThat } from "../expectations.ts";
import { readPurpose } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import { grant, withdraw } from "./acts.ts";

/** What the history keeps of what was decided. */
export const recordPromises: readonly ContractPromise[] = [
  {
    id: "history-records",
    title: "The history tells of consent and of its withdrawal, and who decided",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { viewer } = await readPurpose(context, id);
        const { seen } = await grant(context, id);
        const granted = await newest(context, id, "granted");
        const { by, revision, language, textDigest, payloadDigest } = granted.entry;
        const found = { revision, language, textDigest, payloadDigest };
        const { decision: _decision, ...bound } = seen;
        const same =
          by?.id === viewer.id && JSON.stringify(found) === JSON.stringify(bound);
        expectThat(granted.exchange, same, `By ${viewer.id}: ${JSON.stringify(bound)}.`);
        await withdraw(context, id);
        const withdrawn = await newest(context, id, "withdrawn");
        const person = withdrawn.entry.by?.id;
        expectThat(withdrawn.exchange, person === viewer.id, `By ${viewer.id}.`);
      });
    },
  },
  {
    id: "agreed-bytes",
    title: "The bytes that were agreed to are kept; with a UUID they go when it goes",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const first = await agree(context, id);
        // Given again, consent is to bytes that hold the pseudonym, if there is one.
        const second = await agree(context, id);
        const { pseudonym } = (await readPurpose(context, id)).activity;
        await withdraw(context, id);
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
  },
];

/** Gives consent and reads the bytes that it was given to. */
async function agree(context: SuiteContext, id: string) {
  const { seen } = await grant(context, id);
  const { entry } = await newest(context, id, "granted");
  const path = `/decisions/${entry.id}/payload`;
  const exchange = await context.get(path);
  expectStatus(exchange, 200);
  const found = await digest(exchange.bytes);
  const expected = `The bytes with the digest ${seen.payloadDigest}.`;
  expectThat(exchange, found === seen.payloadDigest, expected);
  return { path, text: exchange.text };
}

/** The newest entry of this event; deletions may have been recorded after it. */
async function newest(
  { get, contract }: SuiteContext,
  id: string,
  event: DecisionRecord["event"],
) {
  const exchange = await get("/decisions");
  const { entries } = expectJson(exchange, contract.decisions);
  const entry = entries.find(
    (one) => one.purpose === id && !one.event.startsWith("deletion"),
  );
  expectThat(exchange, entry?.event === event, `${id}: newest entry ${event}.`);
  return { exchange, entry };
}
