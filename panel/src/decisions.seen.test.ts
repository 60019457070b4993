import { describe, expect, test } from "vitest";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
} from "../../test/support/startTestPanel.ts";
import { outcome, referencePolicy, stateOf, statistics } from "./testing/decisions.ts";

const path = decisionPath(statistics);

describe("what was seen", () => {
  const digest = `sha-256=:${"A".repeat(43)}=:`;

  test.each([
    ["an older revision", { revision: "2024-01-01" }, "policy-changed"],
    ["an unknown text", { textDigest: digest }, "policy-changed"],
    ["the text of the other language", { language: "en" }, "policy-changed"],
    ["another payload", { payloadDigest: digest }, "payload-changed"],
  ])("is not granted when it was %s", async (_, change, problem) => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const changed = JSON.stringify({ ...body, ...change });
    const answer = await person.send("PUT", path, { headers, body: changed });

    expect([answer.status, problemOf(answer)]).toEqual([409, problem]);
    expect(await stateOf(person)).toMatchObject({ status: "undecided", pseudonym: null });
  });

  test("is refused whatever it was", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "refused");
    const changed = { ...body, revision: "2024-01-01", textDigest: digest };
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(changed),
    });

    expect(outcome(answer)).toBe("refused");
  });

  test("has changed when a service came meanwhile", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    await panel.layOut({
      "/var/lib/dpkg/status":
        "Package: nginx\nStatus: install ok installed\nVersion: 9.9-1\n",
    });
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(body),
    });

    expect(problemOf(answer)).toBe("payload-changed");
    expect(outcome(await decide(person, statistics, "granted"))).toBe("granted");
  });

  test("has changed when the host changed a setting of the same revision", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    const { headers, body } = await prepareDecision(person, statistics, "granted");
    const contact = { de: "neu", en: "new" };
    const settings = { ...referencePolicy.settings, contact };
    await panel.restart({ policy: { ...referencePolicy, settings } });
    const answer = await person.send("PUT", path, {
      headers,
      body: JSON.stringify(body),
    });

    expect(problemOf(answer)).toBe("policy-changed");
  });

  test("stays readable after the host changed it", async () => {
    const panel = await startTestPanel();
    const old = JSON.parse((await panel.send("GET", "/api/privacy/policy")).text);
    const contact = { de: "neu", en: "new" };
    const settings = { ...referencePolicy.settings, contact };
    await panel.restart({ policy: { ...referencePolicy, settings } });
    const now = JSON.parse((await panel.send("GET", "/api/privacy/policy")).text);
    const text = await panel.send("GET", `/api/privacy/${old.texts.de.href}`);

    expect(now.texts.de.digest).not.toBe(old.texts.de.digest);
    expect(text.status).toBe(200);
    expect(text.text).toContain("datenschutz@telemetry.example");
  });
});
