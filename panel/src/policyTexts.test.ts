import { describe, expect, test } from "vitest";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { definePolicy, type Policy, policyText } from "../../src/policy/index.ts";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";

const statistics = "server-statistics";
const current = policyInForce("2025-07-24");

/** The same revision in the words that it had before one of its headings was spelt anew. */
const older: Policy = definePolicy({
  ...current,
  texts: {
    ...current.texts,
    en: {
      ...current.texts.en,
      activities: {
        ...current.texts.en.activities,
        license: {
          ...(current.texts.en.activities.license ?? { sentences: {} }),
          heading: "License/activation",
        },
      },
    },
  },
});

/** A panel that was granted under the older words, and started anew with the current ones. */
async function restarted() {
  const panel = await startTestPanel({ policy: older });
  const person = await panel.signIn("admin");
  const { texts } = JSON.parse((await person.send("GET", "/policy")).text);
  const { headers, body } = await prepareDecision(person, statistics, "granted");
  const english = { ...body, language: "en", textDigest: texts.en.digest };
  const granted = await person.send("PUT", decisionPath(statistics), {
    headers,
    body: JSON.stringify(english),
  });
  expect(granted.status).toBe(200);
  await panel.restart({ policy: current });
  return { panel, person: await panel.signIn("admin"), old: texts.en, english };
}

describe("a data folder that was written with an older text of the same revision", () => {
  test("opens, and the grant stays", async () => {
    const { person } = await restarted();
    const decision = JSON.parse(
      (await person.send("GET", decisionPath(statistics))).text,
    );

    expect(decision).toMatchObject({ status: "granted" });
  });

  test("keeps serving the old text where it was, beside the new one", async () => {
    const { person, old } = await restarted();
    const { texts } = JSON.parse((await person.send("GET", "/policy")).text);
    const before = await person.send("GET", `/${old.href}`);
    const now = await person.send("GET", `/${texts.en.href}`);

    expect(texts.en.digest).not.toBe(old.digest);
    expect([before.status, before.text]).toEqual([200, policyText(older, "en")]);
    expect([now.status, now.text]).toEqual([200, policyText(current, "en")]);
    expect(now.text).toContain("Licence/activation");
  });

  test("has the receipt of the grant name the words that were agreed to", async () => {
    const { person, old } = await restarted();
    const { entries } = JSON.parse((await person.send("GET", "/decisions")).text);
    const { text } = await person.send("GET", `/receipts/${entries[0].receipt}`);

    expect(JSON.parse(text)["dpv:hasNotice"]).toMatchObject({
      "kt:digest": old.digest,
      "kt:text": policyText(older, "en"),
    });
  });

  test("takes a new grant for the current text alone", async () => {
    const { person, english } = await restarted();
    await person.send("DELETE", decisionPath(statistics));
    const { headers } = await prepareDecision(person, statistics, "granted");
    const stale = await person.send("PUT", decisionPath(statistics), {
      headers,
      body: JSON.stringify(english),
    });
    const fresh = await decide(person, statistics, "granted");

    expect([stale.status, problemOf(stale)]).toEqual([409, "policy-changed"]);
    expect(fresh.status).toBe(200);
  });
});
