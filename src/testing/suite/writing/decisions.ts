import type { Decision } from "../../../contract/decision.ts";
import type { DecisionRequest } from "../../../contract/decisionRequest.ts";
import { knownStatus, transitions } from "../../../contract/transitions.ts";
import { languages } from "../../../policy/language.ts";
import { type ContractPromise, NotTried } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import type { Exchange } from "../exchange.ts";
import { expectProblem, expectThat } from "../expectations.ts";
import { readDecision, readPurpose, readPurposes } from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";
import {
  ensureGranted,
  expectUnchanged,
  grant,
  prepare,
  put,
  readDecided,
  withdraw,
} from "./acts.ts";
import { otherDigest } from "./refusedWrites.ts";

/** Refusing and giving consent, from `undecided` or `withdrawn`. */
export const decisionPromises: readonly ContractPromise[] = [
  {
    id: "refusal",
    title: "A refusal is recorded and read back as what it is, whatever could be shown",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        for (const textDigest of [undefined, otherDigest]) {
          await withdraw(context, id);
          const before = await readDecision(context, id);
          const { refusal } = await prepare(context, id);
          const seen = { ...refusal, ...(textDigest ? { textDigest } : {}) };
          const exchange = await put(context, id, before.etag, seen);
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
  },
  {
    id: "locked",
    title: "While sending is locked consent cannot be given",
    needs: ["write"],
    async check(context) {
      const { purposes } = await readPurposes(context);
      const locked = context.activities.filter(({ id }) => purposes[id]?.activity.lock);
      if (locked.length === 0) throw new NotTried("Nothing locks sending.");
      for (const { id } of locked) {
        const { etag, grant: seen } = await prepare(context, id);
        const exchange = await put(context, id, etag, seen);
        expectProblem(exchange, "locked");
        await expectUnchanged(context, id, etag, exchange);
      }
    },
  },
  {
    id: "grant",
    title:
      "Consent is bound to person, revision, language, text and payload, with a new tag",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const before = await readDecision(context, id);
        const { exchange, decision, etag, seen } = await grant(context, id);
        expectThat(exchange, etag !== before.etag, "A new ETag.");
        expectBound(exchange, decision, seen);
        const { viewer, activity, ...told } = await readPurpose(context, id);
        expectThat(exchange, decision.by?.id === viewer.id, `By ${viewer.id}.`);
        expectThat(told.exchange, activity.effective, `${id}: effective.`);
        await expectReadBack(context, id, exchange);
      });
    },
  },
  {
    id: "withdraw-instead",
    title: "A refusal does not pass for a withdrawal of given consent",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { etag } = await ensureGranted(context, id);
        const { refusal } = await prepare(context, id);
        const exchange = await put(context, id, etag, refusal);
        expectProblem(exchange, "withdraw-instead");
        await expectUnchanged(context, id, etag, exchange);
      });
    },
  },
  {
    id: "grant-binds-anew",
    title: "Consent given again is bound to what was seen then, and keeps the pseudonym",
    needs: ["write"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const before = await ensureGranted(context, id);
        const { pseudonym } = (await readPurpose(context, id)).activity;
        const other = languages.find((one) => one !== before.decision.language);
        const { exchange, decision, etag, seen } = await grant(context, id, other);
        expectThat(exchange, etag !== before.etag, "A new ETag.");
        expectBound(exchange, decision, seen);
        const after = await readPurpose(context, id);
        const kept = after.activity.pseudonym === pseudonym;
        expectThat(after.exchange, kept, `${id}: the pseudonym ${pseudonym}.`);
      });
    },
  },
  {
    id: "purposes-apart",
    title: "A decision on one purpose leaves every other as it is",
    needs: ["write"],
    async check(context) {
      if (context.activities.length < 2) throw new NotTried("There is but one purpose.");
      await eachPurpose(context, async ({ id }) => {
        const before = await readPurposes(context);
        const { exchange } = await grant(context, id);
        await withdraw(context, id);
        const after = await readPurposes(context);
        for (const other of context.activities.filter((one) => one.id !== id)) {
          const was = JSON.stringify(before.purposes[other.id]?.decision);
          const is = JSON.stringify(after.purposes[other.id]?.decision);
          expectThat(exchange, is === was, `${other.id} as before: ${was}. Now: ${is}.`);
        }
      });
    },
  },
];

function expectBound(
  exchange: Exchange,
  decision: Decision,
  seen: DecisionRequest,
): void {
  const { revision, language, textDigest, payloadDigest } = decision;
  const found = { revision, language, textDigest, payloadDigest };
  const expected = {
    revision: seen.revision,
    language: seen.language,
    textDigest: seen.textDigest,
    payloadDigest: seen.decision === "granted" ? seen.payloadDigest : null,
  };
  const same = JSON.stringify(found) === JSON.stringify(expected);
  expectThat(exchange, same, `Bound to ${JSON.stringify(expected)}.`);
  expectThat(exchange, decision.at !== null, "When it was decided.");
}

async function expectReadBack(
  context: SuiteContext,
  id: string,
  written: Exchange,
): Promise<void> {
  const { exchange, decision, etag } = await readDecision(context, id);
  const same =
    JSON.stringify(decision) === JSON.stringify(readDecided(context, written).decision);
  const tag = written.headers.get("ETag");
  expectThat(exchange, same && etag === tag, `As written: ${tag} ${written.text}`);
}
