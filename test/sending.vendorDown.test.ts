import { describe, expect, test } from "vitest";
import { startTestVendor } from "../panel/src/vendor/testing/startTestVendor.ts";
import type { Deletion, Transmission } from "../src/contract/index.ts";
import { filesWith } from "./support/folder.ts";
import { forward, startReceiver } from "./support/receiver.ts";
import {
  decide,
  decisionPath,
  startTestPanel,
  type TestPerson,
} from "./support/startTestPanel.ts";
import { startTimedPanel } from "./support/timedPanel.ts";

const statistics = "server-statistics";

/** A panel whose vendor can be made to fall silent, to go down, and to come back. */
async function startWorld() {
  const vendor = await startTestVendor();
  const receiver = await startReceiver();
  const up = () =>
    receiver.setAnswer((request) =>
      forward({ url: vendor.url, ca: vendor.caPem }, request),
    );
  up();
  return {
    vendor,
    receiver,
    up,
    down: () => receiver.setAnswer(() => "hang-up"),
    /** From now on it takes requests and never answers; resolves when it has one. */
    silent: () =>
      new Promise<void>((resolve) => {
        receiver.setAnswer(() => {
          resolve();
          return "silence";
        });
      }),
    panel: await startTimedPanel("2026-01-31T10:00:00.000Z", receiver),
  };
}

async function deletionsOf(person: TestPerson): Promise<Deletion[]> {
  const { text } = await person.send("GET", "/purposes");
  return JSON.parse(text).purposes[statistics].activity.deletions;
}

async function logOf(person: TestPerson): Promise<Transmission[]> {
  return JSON.parse((await person.send("GET", "/transmissions")).text).entries;
}

const idIn = (body: Buffer | undefined) => String(JSON.parse(String(body)).id);

describe("a withdrawal while the vendor is down", { timeout: 30_000 }, () => {
  test("is answered while the erasure still waits for the vendor's answer", async () => {
    const { panel, silent, receiver } = await startWorld();
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const arrived = silent();

    const answer = await panel.person.send("DELETE", decisionPath(statistics));
    const settled = panel.settle();
    await arrived;
    const [erasure] = await logOf(panel.person);

    expect(answer.status).toBe(202);
    expect(JSON.parse(answer.text).status).toBe("withdrawn");
    expect(erasure).toMatchObject({ kind: "erasure", outcome: "pending", status: null });
    expect(await deletionsOf(panel.person)).toMatchObject([
      { state: "under-way", confirmedAt: null },
    ]);
    receiver.hangUp();
    await settled;
  });

  test("is answered once the report is aborted, though the erasure stays open", async () => {
    const report = Promise.withResolvers<void>();
    const erasure = Promise.withResolvers<void>();
    const receiver = await startReceiver({
      answer: ({ line }) => {
        (line.includes("/v1/erasures") ? erasure : report).resolve();
        return "silence";
      },
    });
    const panel = await startTestPanel({ config: { vendor: receiver.config } });
    const person = await panel.signIn("admin");
    await decide(person, statistics, "granted");
    await report.promise;
    const began = performance.now();
    const answer = await person.send("DELETE", decisionPath(statistics));
    const took = performance.now() - began;
    await erasure.promise;

    expect(answer.status).toBe(202);
    expect(took).toBeLessThan(4_000);
    receiver.hangUp();
  });

  test("is answered while a report waits for the vendor's answer, and aborts it", async () => {
    const { panel, silent, receiver, up } = await startWorld();
    const arrived = silent();
    await decide(panel.person, statistics, "granted");
    const settled = panel.settle();
    await arrived;
    up();

    const answer = await panel.person.send("DELETE", decisionPath(statistics));
    const atAnswer = await logOf(panel.person);
    await settled;
    await panel.settle();

    expect(answer.status).toBe(202);
    expect(atAnswer.at(-1)).toMatchObject({ kind: "report", outcome: "aborted" });
    expect(receiver.received.map(({ line }) => line.split(" ")[1])).toEqual([
      "/v1/server-statistics",
      "/v1/erasures",
    ]);
    expect(await deletionsOf(panel.person)).toMatchObject([{ state: "confirmed" }]);
  });

  test("tells the next attempt, keeps it over a restart, and completes at it", async () => {
    const { panel, down, up, receiver, vendor } = await startWorld();
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const [report] = receiver.received;
    const id = idIn(report?.body);
    down();
    const answer = await panel.person.send("DELETE", decisionPath(statistics));
    await panel.settle();
    const [failed] = await deletionsOf(panel.person);
    await panel.startAgain("2026-01-31T10:00:01.000Z");
    const [kept] = await deletionsOf(panel.person);
    up();
    await panel.wait("2026-01-31T10:00:03.749Z");
    const [early] = await deletionsOf(panel.person);
    await panel.wait("2026-01-31T10:00:03.750Z");
    const [done] = await deletionsOf(panel.person);

    expect(answer.status).toBe(202);
    expect(failed).toMatchObject({
      state: "failed",
      nextAttemptAt: "2026-01-31T10:00:03.750Z",
    });
    expect(kept).toEqual(failed);
    expect(early).toEqual(failed);
    expect(done).toMatchObject({
      state: "confirmed",
      confirmedAt: "2026-01-31T10:00:03.750Z",
      deleted: 1,
    });
    expect(await filesWith(panel.dataFolder, id)).toEqual([]);
    expect(await filesWith(vendor.folder, id)).toEqual([]);
  });

  test("completes after the vendor was down throughout, for a day", async () => {
    const { panel, down, up, receiver } = await startWorld();
    down();
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    await panel.person.send("DELETE", decisionPath(statistics));
    await panel.wait("2026-02-01T10:00:00.000Z");
    const attempts = (await logOf(panel.person)).length;
    const [open] = await deletionsOf(panel.person);
    up();
    await panel.wait("2026-02-01T11:00:00.000Z");

    expect(attempts).toBeGreaterThan(24);
    expect(attempts).toBeLessThan(60);
    expect(open?.state).toBe("failed");
    expect(await deletionsOf(panel.person)).toMatchObject([
      { state: "confirmed", deleted: 0, nextAttemptAt: null },
    ]);
    expect(
      receiver.received.filter(({ line }) => line.includes(statistics)),
    ).toHaveLength(1);
    expect(await filesWith(panel.dataFolder, idIn(receiver.received[0]?.body))).toEqual(
      [],
    );
  });
});

describe("a report that arrives after its erasure", () => {
  test("is refused with 410, in the very bytes that were taken before", async () => {
    const { panel, receiver, vendor } = await startWorld();
    await decide(panel.person, statistics, "granted");
    await panel.settle();
    const [report] = receiver.received;
    const body = String(report?.body);
    const before = await vendor.send("/v1/server-statistics", body);
    await panel.person.send("DELETE", decisionPath(statistics));
    await panel.settle();
    const after = await vendor.send("/v1/server-statistics", body);

    expect([before.status, after.status]).toEqual([202, 410]);
    expect(await deletionsOf(panel.person)).toMatchObject([
      { state: "confirmed", deleted: 2 },
    ]);
    expect(await filesWith(vendor.folder, idIn(report?.body))).toEqual([]);
  });
});
