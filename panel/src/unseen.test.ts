import { describe, expect, test } from "vitest";
import { collectExport } from "../../src/client/collectExport.ts";
import { createClient } from "../../src/client/createClient.ts";
import { createContract } from "../../src/contract/createContract.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import {
  createFakePanel,
  people,
  statistics as serverStatistics,
} from "../../src/testing/index.ts";
import {
  decisionPath,
  prepareDecision,
  problemOf,
  startTestPanel,
  type TestPerson,
} from "../../test/support/startTestPanel.ts";

const statistics = "server-statistics";
const policy = policyInForce("2025-07-24");

/** Consents to the kinds of values, as a file does. */
async function grantUnseen(person: TestPerson) {
  const { headers, body } = await prepareDecision(person, statistics, "refused");
  return person.send("PUT", decisionPath(statistics), {
    headers: { ...headers, "Klartext-Via": "file" },
    body: JSON.stringify({ ...body, decision: "granted", seen: "kinds" }),
  });
}

describe("consent to the kinds of values", () => {
  test("is not taken where the panel does not allow it", async () => {
    const panel = await startTestPanel();
    const admin = await panel.signIn("admin");
    const answer = await grantUnseen(admin);

    expect([answer.status, problemOf(answer)]).toEqual([403, "payload-not-seen"]);
  });

  test("is told by every record, where it is allowed", async () => {
    const panel = await startTestPanel({ config: { allowUnseen: true } });
    const admin = await panel.signIn("admin");
    const answer = await grantUnseen(admin);
    const how = { via: "file", seen: "kinds", payloadDigest: null };

    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.text)).toMatchObject(how);
    const { purposes } = JSON.parse((await admin.send("GET", "/purposes")).text);
    expect(purposes[statistics].decision).toMatchObject(how);
    const { entries } = JSON.parse((await admin.send("GET", "/decisions")).text);
    expect(entries[0]).toMatchObject({ ...how, event: "granted", payload: "none" });
    const agreed = await admin.send("GET", `/decisions/${entries[0].id}/payload`);
    expect([agreed.status, problemOf(agreed)]).toEqual([404, "not-found"]);
    const receipt = await admin.send("GET", `/receipts/${entries[0].receipt}`);
    expect(JSON.parse(receipt.text)).toMatchObject({
      ...{ "kt:via": "file", "kt:seen": "kinds" },
    });
    const client = createClient(createContract(policy), {
      baseUrl: `${panel.address()}/api/privacy`,
      headers: admin.headers,
    });
    const whole = await collectExport(client, {
      now: () => new Date(),
      onProgress: () => undefined,
      signal: new AbortController().signal,
    });
    expect(whole.decisions[0]).toMatchObject(how);
    expect(whole.receipts[0]).toMatchObject({ "kt:via": "file", "kt:seen": "kinds" });
  });

  test("is withdrawn with a receipt that still says so", async () => {
    const panel = await startTestPanel({ config: { allowUnseen: true } });
    const admin = await panel.signIn("admin");
    await grantUnseen(admin);
    await admin.send("DELETE", decisionPath(statistics), {
      headers: { "Klartext-Via": "command" },
    });
    const { entries } = JSON.parse((await admin.send("GET", "/decisions")).text);
    const withdrawn = entries.find(
      ({ event }: { event: string }) => event === "withdrawn",
    );
    const receipt = await admin.send("GET", `/receipts/${withdrawn.receipt}`);

    expect(JSON.parse(receipt.text)).toMatchObject({
      ...{ "kt:event": "withdrawn", "kt:via": "command", "kt:seen": "kinds" },
    });
  });

  test("is not taken where something undisclosed would be sent", () => {
    const panel = createFakePanel({ policy, allowUnseen: true });
    const grant = () =>
      panel.decideAs(people.admin, statistics, "grant", { via: "file", seen: "kinds" });
    panel.setPayload(statistics, { ...serverStatistics, hostname: "web1" });
    expect(grant).toThrow("payload-undisclosed");
    panel.setPayload(statistics, { ...serverStatistics });

    expect(grant()).toMatchObject({ status: "granted", seen: "kinds" });
  });
});
