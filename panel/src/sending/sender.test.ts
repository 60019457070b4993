import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { transmission } from "../../../src/contract/index.ts";
import { type Json, serializePayload } from "../../../src/payload/index.ts";
import { type CrashReport, liveConfigPolicy } from "../../../src/policy/index.ts";
import { openStore, type Store } from "../database.ts";
import { startTestVendor } from "../vendor/testing/startTestVendor.ts";
import type { Standing } from "./attempts.ts";
import { createSender, type Sender } from "./sender.ts";
import { startReceiver } from "./testing/startReceiver.ts";

const crashes = "crash-reports";
const statistics = "server-statistics";
const crash: CrashReport = {
  version: "0.1.0",
  libraries: [],
  stackTrace: { process: "client", signal: 6, addresses: [{ address: "0x1" }] },
};

const statisticsOf = (id: string | null): Json => ({
  ...{ id, distribution: { name: "Debian", version: "12" }, version: "0.1.0" },
  services: [],
});
const bytesOf = (value: Json) => new TextEncoder().encode(serializePayload(value));

interface World {
  readonly url: string;
  readonly ca: string;
}

/** A sender with a store, a clock and decisions that the test moves. */
async function startTestSender(vendor: World) {
  const folder = await mkdtemp(join(tmpdir(), "klartext-sender-"));
  const standings = new Map<string, Standing>();
  const errors: unknown[] = [];
  const erased: string[] = [];
  let timer: { run: () => void; ms: number } | undefined;
  let clock = new Date("2026-01-31T10:00:00.000Z");
  let payload: (id: string | null) => Json = statisticsOf;
  let store: Store;
  let sender: Sender;

  const open = () => {
    store = openStore(folder);
    sender = createSender({
      ...{ store, vendor, policy: liveConfigPolicy(), now: () => clock, random: () => 0 },
      standing: (purpose) =>
        standings.get(purpose) ?? { sending: "stopped", pseudonym: null },
      prepare: async () => (id) => ({ bytes: bytesOf(payload(id)) }),
      onErased: (pseudonym) => erased.push(pseudonym),
      report: (error) => errors.push(error),
      setTimer: (run, ms) => {
        timer = { run, ms };
        return () => {
          timer = undefined;
        };
      },
    });
  };
  const close = async () => {
    await sender.close();
    store.close();
  };
  open();
  onTestFinished(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  const commit = (change: () => void) => store.transaction(change).immediate();
  return {
    ...{ errors, erased, standings },
    get sender() {
      return sender;
    },
    timer: () => timer,
    setClock: (at: string) => {
      clock = new Date(at);
    },
    setPayload: (next: typeof payload) => {
      payload = next;
    },
    grant: (purpose: string, pseudonym: string | null = null) =>
      commit(() => {
        standings.set(purpose, { sending: "allowed", pseudonym });
        sender.granted(purpose);
      }),
    withdraw: (purpose: string) =>
      commit(() => {
        const { pseudonym = null } = standings.get(purpose) ?? {};
        standings.set(purpose, { sending: "stopped", pseudonym: null });
        sender.withdrawn(purpose, pseudonym);
      }),
    log: () => sender.transmissions().entries,
    restart: async () => {
      await close();
      open();
    },
    /** As a process that is killed: the store is left as it is. */
    crashAndRestart: () => {
      store.close();
      open();
    },
    rawFiles: async () => {
      const names = await readdir(folder);
      return Promise.all(names.map((name) => readFile(join(folder, name), "latin1")));
    },
  };
}

const uuid = () => crypto.randomUUID();

describe("before a grant", () => {
  test("nothing leaves and nothing is kept", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);

    expect(world.sender.happened(crashes, crash)).toBe(false);
    await world.sender.tick();
    expect(world.log()).toEqual([]);
    expect(world.sender.queued(crashes)).toBeUndefined();
    expect(world.sender.transport(crashes).lastAttempt).toBeNull();
    expect(receiver.bytes()).toBe(0);
  });
});

describe("statistics", () => {
  test("leave at once after the grant, in the very bytes of the payload", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    const id = uuid();
    world.grant(statistics, id);
    await world.sender.tick();
    const [entry] = world.log();
    const body = serializePayload(statisticsOf(id));

    expect(receiver.received.map(({ path, body }) => [path, body])).toEqual([
      ["/v1/server-statistics", body],
    ]);
    expect(transmission.safeParse(entry).success).toBe(true);
    expect(entry).toMatchObject({
      ...{ purpose: statistics, kind: "report", outcome: "accepted", status: 202 },
      ...{ size: body.length, url: `${receiver.url}/v1/server-statistics` },
      ...{ nextAttemptAt: null, body: "kept" },
    });
    expect(world.sender.transmissionBody(entry?.id ?? "")).toEqual(
      bytesOf(statisticsOf(id)),
    );
    expect(world.sender.activity(statistics)).toEqual({
      lastSentAt: "2026-01-31T10:00:00.000Z",
      nextAt: "2026-02-28T10:00:00.000Z",
      deletions: [],
    });
    expect(world.sender.transport(statistics).lastAttempt?.tls).toBe("verified");
  });

  test("leave monthly, and once after a server was off for months", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    world.grant(statistics, uuid());
    for (const [at, sent] of [
      ["2026-01-31T10:00:00Z", 1],
      ["2026-02-28T09:59:59Z", 1],
      ["2026-02-28T10:00:00Z", 2],
      ["2026-03-30T23:00:00Z", 2],
      ["2026-07-01T00:00:00Z", 3],
      ["2026-07-31T09:00:00Z", 3],
      ["2026-07-31T10:00:00Z", 4],
    ] as const) {
      world.setClock(at);
      await world.restart();
      await world.sender.tick();

      expect([at, receiver.received.length]).toEqual([at, sent]);
    }
  });

  test("keep their month when an outdated grant is renewed", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    const id = uuid();
    world.grant(statistics, id);
    await world.sender.tick();
    world.standings.set(statistics, { sending: "stopped", pseudonym: id });
    world.sender.stopped(statistics);
    world.setClock("2026-03-02T00:00:00Z");
    await world.sender.tick();
    const whileOutdated = receiver.received.length;
    world.grant(statistics, id);
    await world.sender.tick();

    expect([whileOutdated, receiver.received.length]).toEqual([1, 2]);
    expect(world.sender.activity(statistics).nextAt).toBe("2026-03-31T10:00:00.000Z");
  });

  test.each<[string, (id: string | null) => Json]>([
    ["an undisclosed value", (id) => ({ ...Object(statisticsOf(id)), host: "web1" })],
    ["the nil UUID", () => statisticsOf("00000000-0000-0000-0000-000000000000")],
  ])("do not leave with %s", async (_name, payload) => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    world.setPayload(payload);
    world.grant(statistics, uuid());
    await world.sender.tick();

    expect(receiver.bytes()).toBe(0);
    expect(world.errors.map(String).join()).toContain("not what the policy discloses");
    expect(world.sender.activity(statistics).nextAt).toBe("2026-01-31T11:00:00.000Z");
  });
});

describe("a failed attempt", () => {
  test("is in the log, and tried again over a restart with the same bytes", async () => {
    let up = false;
    const receiver = await startReceiver({
      answer: (_received, response) => response.writeHead(up ? 202 : 503).end(),
    });
    const world = await startTestSender(receiver);
    world.grant(statistics, uuid());
    await world.sender.tick();
    const waiting = world.sender.queued(statistics);
    const { nextAt } = world.sender.activity(statistics);
    up = true;
    world.setPayload(() => ({}));
    await world.restart();
    await world.sender.tick();
    const early = receiver.received.length;
    world.setClock("2026-01-31T10:00:03Z");
    await world.sender.tick();

    expect([early, receiver.received.length]).toEqual([1, 2]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    expect(new TextDecoder().decode(waiting)).toBe(receiver.received[0]?.body);
    expect(nextAt).toBe("2026-01-31T10:00:02.500Z");
    expect(world.log().map(({ outcome, status }) => [outcome, status])).toEqual([
      ["accepted", 202],
      ["rejected", 503],
    ]);
    expect(world.sender.queued(statistics)).toBeUndefined();
  });

  test.each([400, 410])("with status %i is not repeated", async (status) => {
    const receiver = await startReceiver({
      answer: (_received, response) => response.writeHead(status).end(),
    });
    const world = await startTestSender(receiver);
    world.grant(crashes);
    world.sender.happened(crashes, crash);
    await world.sender.tick();
    world.setClock("2026-03-01T00:00:00Z");
    await world.sender.tick();

    expect(receiver.received).toHaveLength(1);
    expect(world.log()).toMatchObject([
      { outcome: "rejected", status, nextAttemptAt: null },
    ]);
  });

  test("at a certificate that is not pinned is told apart, and nothing leaves", async () => {
    const receiver = await startReceiver();
    const other = await startReceiver();
    const world = await startTestSender({ url: receiver.url, ca: other.ca });
    world.grant(crashes);
    world.sender.happened(crashes, crash);
    await world.sender.tick();
    await receiver.close();

    expect(world.log()).toMatchObject([{ outcome: "tls-pin-mismatch", status: null }]);
    expect(world.sender.transport(crashes).lastAttempt?.tls).toBe("tls-pin-mismatch");
    expect(receiver.bytes()).toBe(0);
  });

  test.each(["closed", "killed"] as const)(
    "that was open when the process was %s is aborted, and repeated",
    async (end) => {
      let arrived = () => {};
      const arrival = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      const receiver = await startReceiver({
        answer: (_received, response) => {
          if (receiver.received.length > 1) response.writeHead(202).end();
          else arrived();
        },
      });
      const world = await startTestSender(receiver);
      world.grant(crashes);
      world.sender.happened(crashes, crash);
      const tick = world.sender.tick();
      await arrival;
      const open = world.log().map(({ outcome }) => outcome);
      if (end === "closed") {
        await world.restart();
        await tick;
      } else world.crashAndRestart();
      const interrupted = world.log().map(({ outcome }) => outcome);
      await world.sender.tick();

      expect([open, interrupted]).toEqual([["pending"], ["aborted"]]);
      expect(world.log().map(({ outcome }) => outcome)).toEqual(["accepted", "aborted"]);
      expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
    },
  );
});

describe("a withdrawal", () => {
  test("erases at the vendor, and then nothing of the UUID is left in any file", async () => {
    const vendor = await startTestVendor();
    const world = await startTestSender({ url: vendor.url, ca: vendor.caPem });
    const id = uuid();
    world.grant(statistics, id);
    await world.sender.tick();
    world.setClock("2026-02-28T10:00:00Z");
    await world.sender.tick();
    world.withdraw(statistics);
    const open = world.sender.activity(statistics);
    await world.sender.tick();
    const raw = [
      ...(await world.rawFiles()),
      ...(await vendor.rawFiles()).map((f) => f.text),
    ];

    expect(open).toMatchObject({ nextAt: null, deletions: [{ state: "under-way" }] });
    expect(world.sender.activity(statistics).deletions).toMatchObject([
      { state: "confirmed", deleted: 2, nextAttemptAt: null },
    ]);
    expect(world.erased).toEqual([id]);
    expect(raw.filter((text) => text.includes(id))).toEqual([]);
    expect(world.log().map(({ kind, outcome, body }) => [kind, outcome, body])).toEqual([
      ["erasure", "accepted", "deleted"],
      ["report", "accepted", "deleted"],
      ["report", "accepted", "deleted"],
    ]);
    expect(world.log().every(({ size }) => size > 0)).toBe(true);
  });

  test("leaves no copy behind that the database made while it grew", async () => {
    const vendor = await startTestVendor();
    const world = await startTestSender({ url: vendor.url, ca: vendor.caPem });
    const id = uuid();
    world.grant(crashes);
    world.grant(statistics, id);
    for (let month = 0; month < 48; month += 1) {
      world.setClock(new Date(Date.UTC(2026, month, 31, 12)).toISOString());
      const name = `v${"1".repeat((month * 37) % 90)}`;
      world.setPayload((pseudonym) => ({
        ...Object(statisticsOf(pseudonym)),
        services: Array.from({ length: (month * 7) % 11 }, () => ({
          ...{ name, version: "1.0" },
        })),
      }));
      world.sender.happened(crashes, crash);
      await world.sender.tick();
    }
    const before = (await world.rawFiles()).join();
    world.withdraw(statistics);
    await world.sender.tick();

    expect(before).toContain(id);
    expect((await world.rawFiles()).filter((text) => text.includes(id))).toEqual([]);
  });

  test("aborts a send that is open, and erases only after its end", async () => {
    let withdraw = () => {};
    const receiver = await startReceiver({
      answer: ({ path, body }, response) => {
        if (path !== "/v1/erasures") return withdraw();
        response.end(JSON.stringify({ ...JSON.parse(body), deleted: 0 }));
      },
    });
    const world = await startTestSender(receiver);
    withdraw = () => world.withdraw(statistics);
    const id = uuid();
    world.grant(statistics, id);
    await world.sender.tick();

    expect(receiver.received.map(({ path }) => path)).toEqual([
      "/v1/server-statistics",
      "/v1/erasures",
    ]);
    expect(world.log().map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["erasure", "accepted"],
      ["report", "aborted"],
    ]);
    expect(world.erased).toEqual([id]);
  });

  test("drops what waits, and completes when the vendor is back", async () => {
    const vendor = await startTestVendor();
    const world = await startTestSender({ url: vendor.url, ca: vendor.caPem });
    const id = uuid();
    await vendor.close();
    world.grant(statistics, id);
    world.grant(crashes);
    world.sender.happened(crashes, crash);
    await world.sender.tick();
    world.withdraw(statistics);
    world.withdraw(crashes);
    await world.sender.tick();
    const [failed] = world.sender.activity(statistics).deletions;
    await vendor.restart();
    world.crashAndRestart();
    world.setClock("2026-01-31T10:00:02.500Z");
    await world.sender.tick();

    expect(failed).toMatchObject({
      state: "failed",
      nextAttemptAt: "2026-01-31T10:00:02.500Z",
    });
    expect(world.sender.activity(statistics).deletions).toMatchObject([
      { state: "confirmed", deleted: 0 },
    ]);
    expect(world.sender.activity(crashes).deletions).toEqual([]);
    expect((await world.rawFiles()).filter((text) => text.includes(id))).toEqual([]);
    expect((await world.rawFiles()).join()).toContain("stackTrace");
    expect(world.log().filter(({ nextAttemptAt }) => nextAttemptAt !== null)).toEqual([]);
  });

  test("does not take an answer about another id for a confirmation", async () => {
    const receiver = await startReceiver({
      answer: ({ path }, response) =>
        path === "/v1/erasures"
          ? response.end(JSON.stringify({ id: uuid(), deleted: 1 }))
          : response.writeHead(202).end(),
    });
    const world = await startTestSender(receiver);
    world.grant(statistics, uuid());
    await world.sender.tick();
    world.withdraw(statistics);
    await world.sender.tick();

    expect(world.sender.activity(statistics).deletions).toMatchObject([
      { state: "failed", confirmedAt: null },
    ]);
    expect(world.erased).toEqual([]);
  });

  test("of one UUID and a grant of another keep apart", async () => {
    const vendor = await startTestVendor();
    const world = await startTestSender({ url: vendor.url, ca: vendor.caPem });
    const [first, second] = [uuid(), uuid()];
    world.grant(statistics, first);
    await world.sender.tick();
    world.withdraw(statistics);
    world.grant(statistics, second);
    await world.sender.tick();
    const raw = (await vendor.rawFiles()).map(({ text }) => text).join();

    expect(raw).not.toContain(first);
    expect(raw).toContain(second);
    expect(world.erased).toEqual([first]);
  });
});

describe("a lock", () => {
  test("holds reports back and lets an erasure leave", async () => {
    const vendor = await startTestVendor();
    const world = await startTestSender({ url: vendor.url, ca: vendor.caPem });
    const id = uuid();
    world.grant(statistics, id);
    await world.sender.tick();
    world.standings.set(statistics, { sending: "locked", pseudonym: id });
    world.setClock("2026-03-01T00:00:00Z");
    await world.sender.tick();
    const locked = world.sender.activity(statistics);
    world.withdraw(statistics);
    await world.sender.tick();

    expect(locked.nextAt).toBeNull();
    expect(world.log().map(({ kind }) => kind)).toEqual(["erasure", "report"]);
    expect(world.erased).toEqual([id]);
  });
});

describe("the timer", () => {
  test("is set for what falls due next, within the transaction of a grant at once", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    world.sender.start();
    const idle = world.timer();
    world.grant(statistics, uuid());
    const granted = world.timer()?.ms;
    await world.sender.tick();

    expect(idle).toBeUndefined();
    expect(granted).toBe(0);
    expect(world.timer()?.ms).toBe(24 * 60 * 60 * 1000);
  });
});

describe("the log", () => {
  test("comes in pages, newest first", async () => {
    const receiver = await startReceiver();
    const world = await startTestSender(receiver);
    world.grant(crashes);
    for (let count = 0; count < 51; count += 1) {
      world.sender.happened(crashes, crash);
      await world.sender.tick();
    }
    const first = world.sender.transmissions();
    const second = world.sender.transmissions(first.next ?? "");

    expect([first.entries.length, second.entries.length, second.next]).toEqual([
      50,
      1,
      null,
    ]);
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(
      51,
    );
  });

  test("knows no body of an unknown id", async () => {
    const world = await startTestSender(await startReceiver());

    expect(world.sender.transmissionBody(uuid())).toBeUndefined();
  });
});
