import { decisionTag } from "../../../contract/decision.ts";
import { knownStatus } from "../../../contract/transitions.ts";
import type { ContractPromise } from "../contractPromise.ts";
import { eachPurpose } from "../eachPurpose.ts";
import { expectJson, expectThat } from "../expectations.ts";
import {
  purposePath,
  readDecision,
  readPayloadBytes,
  readPurpose,
  readPurposes,
} from "../panelReading.ts";
import type { SuiteContext } from "../suiteContext.ts";

export const purposePromises: readonly ContractPromise[] = [
  {
    id: "purposes-whole",
    title: "The purposes are the consent activities of the policy, and no others",
    needs: ["read"],
    async check(context) {
      const { exchange, purposes } = await readPurposes(context);
      const { purposeIds } = context.contract;
      for (const id of purposeIds) {
        expectThat(exchange, Object.hasOwn(purposes, id), `The purpose ${id}.`);
      }
      const told: unknown = Reflect.get(JSON.parse(exchange.text), "purposes");
      for (const id of Object.keys(told ?? {})) {
        const expected = `No purpose ${id}: the policy has ${purposeIds.join(", ")}.`;
        expectThat(exchange, purposeIds.includes(id), expected);
      }
    },
  },
  {
    id: "decision-alone",
    title: "A decision is told the same alone and among the purposes, with the same tag",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { etag, decision } = await readPurpose(context, id);
        const alone = await readDecision(context, id);
        const expected = `${id}: ETag ${etag} and ${JSON.stringify(decision)}.`;
        const same = JSON.stringify(alone.decision) === JSON.stringify(decision);
        expectThat(alone.exchange, same, expected);
        expectThat(alone.exchange, alone.etag === etag, expected, "ETag");
      });
    },
  },
  {
    id: "decision-tag",
    title: "The entity tag of a decision is its sequence",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { exchange, etag, decision } = await readDecision(context, id);
        const expected = decisionTag(decision.sequence);
        expectThat(exchange, etag === expected, `ETag ${expected}.`, "ETag");
      });
    },
  },
  {
    id: "decision-demonstrable",
    title: "A decision tells when, which revision, language and digests it is bound to",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { exchange, decision } = await readDecision(context, id);
        const { at, by, revision, language, textDigest, payloadDigest } = decision;
        const status = knownStatus(decision.status);
        const text = [revision, language, textDigest];
        expectThat(exchange, status !== undefined, "A status of contract 1.");
        if (status === "undecided") {
          const all = [at, by, payloadDigest, ...text];
          expectThat(exchange, all.every(isNull), `${id}: null for all but the status.`);
        } else {
          expectThat(exchange, at !== null, `${id}: when it was decided.`);
        }
        if (status === "granted" || status === "outdated") {
          const bound = ![payloadDigest, ...text].some(isNull);
          expectThat(exchange, bound, `${id}: revision, language and both digests.`);
        }
        if (status === "refused") {
          const bound = !text.some(isNull) && payloadDigest === null;
          expectThat(exchange, bound, `${id}: revision, language, digest of the text.`);
        }
      });
    },
  },
  {
    id: "effective-only-when-granted",
    title: "Reports go out only while consent is given and nothing locks sending",
    needs: ["read"],
    async check(context) {
      await eachPurpose(context, async ({ id }) => {
        const { exchange, decision, activity } = await readPurpose(context, id);
        const { lock, suspended } = activity;
        const free = lock === null && suspended === null;
        const effective = decision.status === "granted" && free;
        const expected = `${id}: effective ${effective} (${decision.status}, lock ${lock}, suspended ${suspended}).`;
        expectThat(exchange, activity.effective === effective, expected);
      });
    },
  },
  {
    id: "reading-changes-nothing",
    title: "GET and HEAD change no decision, make no UUID and leave the payload as it is",
    needs: ["read"],
    async check(context) {
      const before = await snapshot(context);
      for (const path of ["/policy", "/purposes", "/decisions", ...paths(context)]) {
        await context.get(path);
        await context.send("HEAD", path);
      }
      const after = await snapshot(context);
      for (const [id, was] of before.values) {
        const is = after.values.get(id);
        expectThat(after.exchange, is === was, `${id} as before: ${was}. Now: ${is}.`);
      }
    },
  },
  {
    id: "read-only-viewer",
    title: "A person who may not decide is told so, and sees the state",
    needs: ["read-only-session"],
    async check({ get, contract }) {
      const exchange = await get("/purposes", { session: "read-only" });
      const { viewer } = expectJson(exchange, contract.purposes);
      expectThat(exchange, viewer.mayDecide === false, "viewer.mayDecide false.");
    },
  },
];

function isNull(value: unknown): value is null {
  return value === null;
}

function paths({ activities }: SuiteContext): readonly string[] {
  return activities.flatMap(({ id }) => [
    purposePath(id, "decision"),
    purposePath(id, "payload"),
  ]);
}

/** All that a reader could have changed, by purpose. */
async function snapshot(context: SuiteContext) {
  const { exchange, purposes } = await readPurposes(context);
  const values = new Map<string, string>();
  for (const { id } of context.activities) {
    const payload = await readPayloadBytes(context, id).catch(() => undefined);
    const state = purposes[id];
    values.set(
      id,
      `${state?.decision.status} ${state?.etag}, pseudonym ${state?.activity.pseudonym}, payload ${payload?.digest}`,
    );
  }
  return { exchange, values };
}
