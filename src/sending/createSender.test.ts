import { describe, expect, test } from "vitest";
import { startHttpsReceiver } from "../../test/support/httpsReceiver.ts";
import {
  crashes,
  startSenderWorld,
  statistics,
  storeKinds,
  told,
} from "../../test/support/senderWorld.ts";
import { transmission } from "../contract/index.ts";
import { NotAvailableHere, StoreError } from "../panel/index.ts";
import { serializePayload } from "../payload/index.ts";

const day = 24 * 60 * 60 * 1000;
const full = new StoreError({
  ...{ reason: "full", what: "Nothing was kept.", why: "The disk is full." },
  remedy: "Make room.",
});

describe.each(storeKinds)("a sender over the store %s", (kind) => {
  const startWorld = async (vendor: { url: string; ca: string }) =>
    startSenderWorld(kind, vendor);

  test("sends and keeps nothing before a grant", async () => {
    const receiver = await startHttpsReceiver();
    const world = await startWorld(receiver);

    expect(await world.enqueue()).toBe("not-now");
    await world.sender.tick();
    expect(await world.log()).toEqual([]);
    expect(receiver.bytes()).toBe(0);
  });

  test("sends the statistics at the grant, in the very bytes of the payload", async () => {
    const receiver = await startHttpsReceiver();
    const world = await startWorld(receiver);
    await world.grant(statistics);
    await world.sender.tick();
    const [entry] = await world.log();
    const { activity, transport: _none } = await world.read(statistics);
    const body = serializePayload({ ...Object(told), id: activity.pseudonym });

    expect(receiver.received).toEqual([
      {
        path: "/v1/server-statistics",
        body,
        headers: expect.objectContaining({ "content-digest": entry?.digest }),
      },
    ]);
    expect(transmission.safeParse(entry).success).toBe(true);
    expect(entry).toMatchObject({
      ...{ purpose: statistics, kind: "report", outcome: "accepted", status: 202 },
      ...{ size: body.length, url: `${receiver.url}/v1/server-statistics` },
      ...{ nextAttemptAt: null, body: "kept", signature: "unchecked" },
    });
    expect(activity).toMatchObject({
      lastSentAt: "2026-01-31T10:00:00.000Z",
      nextAt: "2026-02-28T10:00:00.000Z",
      deletions: [],
    });
  });

  test("says the headers that it sends, and no other", async () => {
    const receiver = await startHttpsReceiver();
    const world = await startWorld(receiver);
    await world.grant(statistics);
    await world.sender.tick();
    const { headers } = world.sender.transport(statistics) ?? {};
    const sent = Object.keys(receiver.received[0]?.headers ?? {});

    expect(Object.keys(headers ?? {}).map((name) => name.toLowerCase())).toEqual(
      sent.filter((name) => name !== "content-length"),
    );
    expect(headers?.["Content-Digest"]).toBe("sha-256=:{SHA-256 of the body}:");
  });

  test("sends monthly, and once after a server was off for months", async () => {
    const receiver = await startHttpsReceiver();
    const world = await startWorld(receiver);
    await world.grant(statistics);
    const sent: [string, number][] = [];
    for (const at of [
      "2026-01-31T10:00:00Z",
      "2026-02-28T09:59:59Z",
      "2026-02-28T10:00:00Z",
      "2026-07-01T00:00:00Z",
      "2026-07-31T09:00:00Z",
      "2026-07-31T10:00:00Z",
    ]) {
      world.setClock(at);
      await world.restart();
      await world.sender.tick();
      sent.push([at, receiver.received.length]);
    }

    expect(sent.map(([, count]) => count)).toEqual([1, 1, 2, 3, 3, 4]);
  });

  test.each([
    ["an undisclosed value", { ...Object(told), host: "web1" }],
    ["no place for the pseudonym", { ...Object(told), id: "x" }],
    ["what cannot be told", new NotAvailableHere("There is no os-release.")],
  ])(
    "does not send statistics with %s, and looks again in an hour",
    async (_, payload) => {
      const receiver = await startHttpsReceiver();
      const world = await startWorld(receiver);
      world.setPayload(payload);
      await world.grant(statistics);
      await world.sender.tick();

      expect(receiver.bytes()).toBe(0);
      expect(world.errors).toHaveLength(1);
      expect((await world.read(statistics)).activity.nextAt).toBe(
        "2026-01-31T11:00:00.000Z",
      );
    },
  );

  test("tries again over a restart, with the same bytes", async () => {
    let status = 503;
    const receiver = await startHttpsReceiver({
      answer: (_received, response) => response.writeHead(status).end(),
    });
    const world = await startWorld(receiver);
    await world.grant(statistics);
    await world.sender.tick();
    const [waiting] = await world.queued(statistics);
    const { nextAt } = (await world.read(statistics)).activity;
    status = 202;
    await world.restart();
    await world.sender.tick();
    const early = receiver.received.length;
    world.setClock("2026-01-31T10:00:03Z");
    await world.sender.tick();

    expect([early, receiver.received.length]).toEqual([1, 2]);
    expect(receiver.received.map(({ body }) => body)).toEqual([waiting, waiting]);
    expect(nextAt).toBe("2026-01-31T10:00:02.500Z");
    expect((await world.log()).map(({ outcome, status }) => [outcome, status])).toEqual([
      ["accepted", 202],
      ["rejected", 503],
    ]);
    expect(await world.queued(statistics)).toEqual([]);
  });

  test.each([400, 410])("does not repeat what is answered with %i", async (status) => {
    const receiver = await startHttpsReceiver({
      answer: (_received, response) => response.writeHead(status).end(),
    });
    const world = await startWorld(receiver);
    await world.grant(crashes);
    await world.enqueue();
    await world.sender.tick();
    world.setClock("2026-03-01T00:00:00Z");
    await world.sender.tick();

    expect(receiver.received).toHaveLength(1);
    expect(await world.log()).toMatchObject([
      { outcome: "rejected", status, nextAttemptAt: null },
    ]);
  });

  test("stops a purpose whose pseudonym the vendor refuses", async () => {
    const receiver = await startHttpsReceiver({
      answer: (_received, response) => response.writeHead(410).end(),
    });
    const world = await startWorld(receiver);
    await world.grant(statistics);
    await world.sender.tick();
    world.setClock("2026-04-01T00:00:00Z");
    await world.sender.tick();

    expect(receiver.received).toHaveLength(1);
    expect((await world.read(statistics)).activity).toMatchObject({
      effective: false,
      suspended: "refused-by-vendor",
    });
  });

  test("tells a certificate apart that is not pinned, and nothing leaves", async () => {
    const receiver = await startHttpsReceiver();
    const other = await startHttpsReceiver();
    const world = await startWorld({ url: receiver.url, ca: other.ca });
    await world.grant(crashes);
    await world.enqueue();
    await world.sender.tick();
    await receiver.close();

    expect(await world.log()).toMatchObject([
      { outcome: "tls-pin-mismatch", status: null, signature: null },
    ]);
    expect(receiver.bytes()).toBe(0);
  });

  test("writes the end of a send down when the store can be written again", async () => {
    let isFull = false;
    const receiver = await startHttpsReceiver({
      answer: (_received, response) => {
        isFull = true;
        response.writeHead(202).end();
      },
    });
    const world = await startWorld(receiver);
    await world.grant(crashes);
    await world.enqueue();
    world.sender.start();
    world.setFault((_verb, next) => {
      if (isFull) throw full;
      return next();
    });
    await world.sender.tick();
    const wait = world.timer()?.ms;
    world.setClock("2026-01-31T11:00:00Z");
    await world.sender.tick();
    const whileFull = (await world.log()).map(({ outcome }) => outcome);
    isFull = false;
    world.setFault((_verb, next) => next());
    await world.sender.tick();
    await world.sender.tick();

    expect(whileFull).toEqual(["pending"]);
    expect(world.errors).toContain(full);
    expect(wait).toBeLessThanOrEqual(1000);
    expect(receiver.received).toHaveLength(1);
    expect((await world.log()).map(({ outcome }) => outcome)).toEqual(["accepted"]);
    expect(await world.queued(crashes)).toEqual([]);
    expect(world.timer()?.ms).toBe(60_000);
  });

  test("goes on when a clock that was a year ahead is put right", async () => {
    const receiver = await startHttpsReceiver({
      answer: (_received, response) =>
        response.writeHead(receiver.received.length > 1 ? 202 : 503).end(),
    });
    const world = await startWorld(receiver);
    world.setClock("2027-01-31T10:00:00Z");
    await world.grant(statistics);
    world.sender.start();
    await world.sender.tick();
    world.setClock("2026-01-31T10:00:00Z");
    const wait = world.timer()?.ms;
    await world.sender.tick();
    const { lastSentAt, nextAt } = (await world.read(statistics)).activity;

    expect(wait).toBeLessThanOrEqual(60_000);
    expect(lastSentAt).toBe("2026-01-31T10:00:00.000Z");
    expect(Date.parse(nextAt ?? "") - Date.parse(lastSentAt ?? "")).toBeLessThan(
      32 * day,
    );
  });

  test("looks at the clock every minute, and at once after a grant", async () => {
    const receiver = await startHttpsReceiver();
    const world = await startWorld(receiver);
    world.sender.start();
    const first = world.timer()?.ms;
    await world.sender.tick();
    const idle = world.timer()?.ms;
    await world.grant(statistics);
    await expect.poll(() => world.timer()?.ms).toBe(0);
    await world.sender.tick();

    expect([first, idle, world.timer()?.ms]).toEqual([0, 60_000, 60_000]);
  });
});

test("a vendor without https or without a certificate is refused at once", async () => {
  const { ca } = await startHttpsReceiver();

  await expect(
    startSenderWorld("memory", { url: "http://vendor.example", ca }),
  ).rejects.toThrow("https:");
  await expect(
    startSenderWorld("memory", { url: "https://vendor.example", ca: "" }),
  ).rejects.toThrow();
});
