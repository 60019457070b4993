import { describe, expect, test } from "vitest";
import { policyInForce } from "../src/policy/demo/referencePolicy.ts";
import { nilUuid } from "../src/policy/index.ts";
import { acceptAll, type Receiver, startReceiver } from "./support/receiver.ts";
import { decide, decisionPath, type TestPerson } from "./support/startTestPanel.ts";
import { startTimedPanel, type TimedPanel } from "./support/timedPanel.ts";

const statistics = "server-statistics";

/** The clock of the panel at each request that arrives. */
async function startWorld(start: string) {
  let panel: TimedPanel | undefined;
  const times: string[] = [];
  const receiver: Receiver = await startReceiver({
    answer: (request) => {
      if (request.line.includes(statistics)) times.push(panel?.now() ?? start);
      return acceptAll(request);
    },
  });
  panel = await startTimedPanel(start, receiver);
  return { receiver, panel, times };
}

async function activityOf(person: TestPerson) {
  const { text } = await person.send("GET", "/purposes");
  const { activity } = JSON.parse(text).purposes[statistics];
  return activity as { lastSentAt: string | null; nextAt: string | null };
}

describe("statistics, by a clock that the test moves", { timeout: 30_000 }, () => {
  test("leave at the grant, then each calendar month, at the time that is shown", async () => {
    const { panel, times, receiver } = await startWorld("2026-01-31T10:00:00.000Z");
    await panel.wait("2026-01-31T12:00:00.000Z");
    expect(receiver.connections()).toBe(0);

    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const shown = [await activityOf(panel.person)];
    for (const month of ["02-28", "03-31", "04-30", "05-31"]) {
      await panel.wait(`2026-${month}T13:00:00.000Z`);
      shown.push(await activityOf(panel.person));
    }

    const sent = [
      "2026-01-31T12:00:00.000Z",
      "2026-02-28T12:30:00.000Z",
      "2026-03-31T12:30:00.000Z",
      "2026-04-30T12:30:00.000Z",
      "2026-05-31T12:30:00.000Z",
    ];
    expect(times).toEqual(sent);
    expect(shown.map(({ lastSentAt }) => lastSentAt)).toEqual(sent);
    expect(shown.map(({ nextAt }) => nextAt)).toEqual([
      ...sent.slice(1),
      "2026-06-30T12:30:00.000Z",
    ]);
  });

  test("know the leap day, and the turn of the year", async () => {
    const { panel, times } = await startWorld("2027-11-30T23:59:00.000Z");
    await decide(panel.person, statistics, "granted");
    await panel.wait("2028-03-31T00:00:00.000Z");

    expect(times).toEqual([
      "2027-11-30T23:59:00.000Z",
      "2027-12-31T00:29:00.000Z",
      "2028-01-31T00:29:00.000Z",
      "2028-03-01T00:29:00.000Z",
    ]);
  });

  test("leave once after the machine was off for three months", async () => {
    const { panel, times } = await startWorld("2026-01-15T08:00:00.000Z");
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    await panel.startAgain("2026-04-20T06:00:00.000Z");
    const { lastSentAt, nextAt } = await activityOf(panel.person);
    await panel.wait("2026-05-15T08:29:59.000Z");

    expect(times).toEqual(["2026-01-15T08:00:00.000Z", "2026-04-20T06:00:00.000Z"]);
    expect([lastSentAt, nextAt]).toEqual([
      "2026-04-20T06:00:00.000Z",
      "2026-05-15T08:30:00.000Z",
    ]);
    await panel.wait("2026-05-15T08:30:00.000Z");
    expect(times).toHaveLength(3);
  });

  test("do not leave while undecided or refused", async () => {
    const { panel, receiver } = await startWorld("2026-01-15T08:00:00.000Z");
    await panel.wait("2026-02-20T08:00:00.000Z");
    await decide(panel.person, statistics, "refused");
    await panel.wait("2026-04-20T08:00:00.000Z");
    await panel.startAgain("2026-07-20T08:00:00.000Z");

    expect(receiver.connections()).toBe(0);
    expect((await activityOf(panel.person)).nextAt).toBeNull();
  });

  test("do not leave once withdrawn", async () => {
    const { panel, receiver, times } = await startWorld("2026-01-15T08:00:00.000Z");
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    await panel.person.send("DELETE", decisionPath(statistics));
    await panel.wait("2026-03-20T08:00:00.000Z");
    await panel.startAgain("2026-06-20T08:00:00.000Z");

    expect(times).toHaveLength(1);
    expect(receiver.received.map(({ line }) => line.split(" ")[1])).toEqual([
      "/v1/server-statistics",
      "/v1/erasures",
    ]);
    expect((await activityOf(panel.person)).nextAt).toBeNull();
  });

  test("wait while the grant is outdated, and go at once when it is renewed", async () => {
    const { panel, times, receiver } = await startWorld("2026-01-15T08:00:00.000Z");
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const policy = policyInForce("2026-03-01");
    await panel.startAgain("2026-03-01T00:00:00.000Z", { policy });
    const { nextAt } = await activityOf(panel.person);
    await panel.wait("2026-05-01T00:00:00.000Z");
    const whileOutdated = times.length;
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const ids = receiver.received.map(({ body }) => JSON.parse(body.toString()).id);

    expect([nextAt, whileOutdated]).toEqual([null, 1]);
    expect(times.slice(1)).toEqual(["2026-05-01T00:00:00.000Z"]);
    expect(new Set(ids).size).toBe(1);
    expect(ids).not.toContain(nilUuid);
    expect((await activityOf(panel.person)).nextAt).toBe("2026-05-15T08:30:00.000Z");
  });

  test("wait under a lock, and go once when it is lifted", async () => {
    const { panel, times } = await startWorld("2026-01-15T08:00:00.000Z");
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    await panel.startAgain("2026-02-01T00:00:00.000Z", { lock: "do-not-track" });
    await panel.wait("2026-05-01T00:00:00.000Z");
    const whileLocked = times.length;
    const { nextAt } = await activityOf(panel.person);
    await panel.startAgain("2026-05-01T01:00:00.000Z");

    expect([whileLocked, nextAt]).toEqual([1, null]);
    expect(times.slice(1)).toEqual(["2026-05-01T01:00:00.000Z"]);
  });
});
