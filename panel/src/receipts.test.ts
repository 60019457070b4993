import { describe, expect, test } from "vitest";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { policyText } from "../../src/policy/index.ts";
import { history, receiptsOf } from "../../test/support/receiptsOf.ts";
import {
  decide,
  decisionPath,
  problemOf,
  startTestPanel,
  type TestPerson,
} from "../../test/support/startTestPanel.ts";

const statistics = "server-statistics";

const withdraw = (person: TestPerson) => person.send("DELETE", decisionPath(statistics));

describe("a receipt", () => {
  test("is there for what has one, under the entry's own number", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "refused");
    await decide(person, statistics, "granted");
    await panel.tick();
    await withdraw(person);
    await panel.tick();

    const told = (await history(person)).map(({ event, id, receipt: number }) => [
      event,
      number === null ? "none" : number === id ? "own" : "other",
    ]);
    expect(told).toEqual([
      ["deletion-confirmed", "own"],
      ["deletion-requested", "none"],
      ["withdrawn", "own"],
      ["granted", "own"],
      ["refused", "own"],
    ]);
  });

  test("is JSON-LD, and is not sent again to those who have it", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    const [entry] = await history(person);
    const path = `/receipts/${entry?.receipt}`;
    const answer = await person.send("GET", path);
    const { etag = "" } = answer.headers;
    const again = await person.send("GET", path, { headers: { "If-None-Match": etag } });

    expect(answer.headers["content-type"]).toBe("application/ld+json");
    expect(etag).toMatch(/^"[^"]+"$/);
    expect([again.status, again.text]).toEqual([304, ""]);
  });

  test("of a withdrawal and of a deletion has the words of the grant that they end", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    await withdraw(person);
    await panel.tick();
    const [granted] = await receiptsOf(person, "granted");

    for (const event of ["withdrawn", "deletion-confirmed"] as const) {
      const [found] = await receiptsOf(person, event);
      expect(found?.["dpv:hasNotice"]).toEqual(granted?.["dpv:hasNotice"]);
      expect(found?.["dct:references"]?.["@id"]).toBe(granted?.["@id"]);
    }
    expect(granted?.["dpv:hasNotice"]?.["kt:text"]).toBe(
      policyText(policyInForce("2025-07-24"), "de"),
    );
  });

  test("of a deletion that was late is about the grant before, not about a newer one", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    await withdraw(person);
    await decide(person, statistics, "granted");
    await panel.tick();
    const [newer, older] = await receiptsOf(person, "granted");
    const [deleted] = await receiptsOf(person, "deletion-confirmed");

    expect(deleted?.["dct:references"]?.["@id"]).toBe(older?.["@id"]);
    expect(older?.["@id"]).not.toBe(newer?.["@id"]);
  });

  test("of a deletion says what became of the panel's own copies, and no other does", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    await withdraw(person);
    await panel.tick();
    const { store } = JSON.parse((await person.send("GET", "/purposes")).text);
    const [deleted] = await receiptsOf(person, "deletion-confirmed");
    const others = [
      ...(await receiptsOf(person, "granted")),
      ...(await receiptsOf(person, "withdrawn")),
    ];

    expect([store.erasure, deleted?.["kt:erasure"]]).toEqual([
      "overwritten",
      "overwritten",
    ]);
    expect(others.filter((receipt) => "kt:erasure" in receipt)).toEqual([]);
    expect(others).toHaveLength(2);
  });

  test("keeps the words of its own revision under a later one", async () => {
    const panel = await startTestPanel();
    await decide(await panel.signIn("admin"), statistics, "granted");
    await panel.restart({ policy: policyInForce("2026-03-01") });
    const [granted] = await receiptsOf(await panel.signIn("admin"), "granted");

    expect(granted?.["dpv:hasNotice"]).toMatchObject({
      "kt:revision": "2025-07-24",
      "kt:text": policyText(policyInForce("2025-07-24"), "de"),
    });
  });

  test("has no pseudonym", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await decide(person, statistics, "granted");
    const { purposes } = JSON.parse((await person.send("GET", "/purposes")).text);
    const { pseudonym } = purposes[statistics].activity;
    await withdraw(person);
    await panel.tick();
    const entries = await history(person);
    const texts = await Promise.all(
      entries.map(async ({ id }) => (await person.send("GET", `/receipts/${id}`)).text),
    );

    expect(texts.join("\n")).toContain("dpv:ConsentWithdrawn");
    expect(texts.join("\n")).not.toContain(pseudonym);
  });

  test("is not found for what has none", async () => {
    const panel = await startTestPanel();
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await panel.tick();
    await withdraw(person);
    const requested = (await history(person)).find(
      ({ event }) => event === "deletion-requested",
    );

    for (const id of ["00000000-0000-4000-8000-000000000000", "x", requested?.id]) {
      expect(problemOf(await person.send("GET", `/receipts/${id}`))).toBe("not-found");
    }
  });

  test("is for nobody who is not signed in", async () => {
    const panel = await startTestPanel();
    const answer = await panel.send("GET", "/api/privacy/receipts/x");

    expect(problemOf(answer)).toBe("not-signed-in");
  });
});
