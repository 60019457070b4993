import type { ContractPromise } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import { expectProblem, expectStatus, expectThat } from "../expectations.ts";
import { readDecision } from "../panelReading.ts";
import {
  ensureGranted,
  prepare,
  put,
  readDecided,
  remove,
  requireUnlocked,
  withdraw,
} from "./acts.ts";

/** Withdrawing: never harder than giving (GDPR Art. 7(3)). */
export const withdrawalPromises: readonly ContractPromise[] = [
  {
    id: "withdrawal-without-if-match",
    title: "Consent is withdrawn without any precondition",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        await ensureGranted(context, id);
        const { exchange } = await withdraw(context, id);
        const after = await readDecision(context, id);
        const { status } = after.decision;
        expectThat(exchange, status === "withdrawn", `withdrawn; it is ${status}.`);
      });
    },
  },
  {
    id: "withdrawal-with-any-if-match",
    title: "Consent is withdrawn with any If-Match",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        for (const tag of ['"stale"', "*", 'W/"0"']) {
          await ensureGranted(context, id);
          await withdraw(context, id, { headers: { "If-Match": tag } });
        }
      });
    },
  },
  {
    id: "withdrawal-again",
    title: "Withdrawing again is no error and changes no status",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        await ensureGranted(context, id);
        const first = await withdraw(context, id);
        const exchange = await remove(context, id);
        expectStatus(exchange, 200, 202);
        const second = readDecided(context, exchange, 200, 202);
        const same = second.decision.at === first.decision.at;
        const withdrawn = second.decision.status === "withdrawn";
        expectThat(exchange, withdrawn, "The status withdrawn.");
        expectThat(exchange, same, `Withdrawn at ${first.decision.at}, as before.`);
      });
    },
  },
  {
    id: "withdrawal-new-tag",
    title: "Every DELETE gives a new entity tag",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const tags = [(await readDecision(context, id)).etag];
        for (let time = 0; time < 3; time += 1) {
          const { exchange, etag } = await withdraw(context, id);
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
  },
  {
    id: "tag-as-number",
    title: "An If-Match that a proxy has changed names the decision by its number",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        for (const changed of [
          (tag: string) => `W/${tag}`,
          (tag: string) => tag.replace(/"$/, '-gzip"'),
        ]) {
          await ensureGranted(context, id);
          await withdraw(context, id);
          const { etag, refusal } = await prepare(context, id);
          expectStatus(await put(context, id, changed(etag), refusal), 200);
        }
      });
    },
  },
  {
    id: "overtaken-grant",
    title: "A grant that a withdrawal overtook arrives stale and changes nothing",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        await requireUnlocked(context, id);
        const { etag, grant } = await prepare(context, id);
        const { decision } = await withdraw(context, id);
        const exchange = await put(context, id, etag, grant);
        expectProblem(exchange, "decision-changed");
        const after = await readDecision(context, id);
        const { status } = after.decision;
        expectThat(
          exchange,
          status === decision.status,
          `${decision.status}; now ${status}.`,
        );
      });
    },
  },
];
