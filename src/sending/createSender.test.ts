import { describe, expect, test } from "vitest";
import { startTestVendor } from "../../panel/src/vendor/testing/startTestVendor.ts";
import { filesWith } from "../../test/support/folder.ts";
import { startReceiver } from "../../test/support/httpsReceiver.ts";
import {
  crash,
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
const isErasure = ({ path }: { readonly path: string }) => path === "/v1/erasures";
const full = new StoreError({
  ...{ reason: "full", what: "Nothing was kept.", why: "The disk is full." },
  remedy: "Make room.",
});

describe.each(storeKinds)("a sender over the store %s", (kind) => {
  const startWorld = async (vendor: { url: string; ca: string }) =>
    startSenderWorld(kind, vendor);
  const startWithVendor = async () => {
    const vendor = await startTestVendor();
    return { vendor, world: await startWorld({ url: vendor.url, ca: vendor.caPem }) };
  };

  test("sends and keeps nothing before a grant", async () => {
    const receiver = await startReceiver();
    const world = await startWorld(receiver);

    expect(await world.enqueue()).toBe("not-now");
    await world.sender.tick();
    expect(await world.log()).toEqual([]);
    expect(receiver.bytes()).toBe(0);
  });

  test("sends the statistics at the grant, in the very bytes of the payload", async () => {
    const receiver = await startReceiver();
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
    const receiver = await startReceiver();
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
    const receiver = await startReceiver();
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
      const receiver = await startReceiver();
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
    const receiver = await startReceiver({
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
    const receiver = await startReceiver({
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
    const receiver = await startReceiver({
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
    const receiver = await startReceiver();
    const other = await startReceiver();
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

  test("aborts what is open when it is closed, and repeats it", async () => {
    const arrived = Promise.withResolvers<void>();
    const receiver = await startReceiver({
      answer: (_received, response) =>
        receiver.received.length > 1 ? response.writeHead(202).end() : arrived.resolve(),
    });
    const world = await startWorld(receiver);
    await world.grant(crashes);
    await world.enqueue();
    const tick = world.sender.tick();
    await arrived.promise;
    const open = (await world.log()).map(({ outcome }) => outcome);
    await world.restart();
    await tick;
    await world.sender.tick();

    expect(open).toEqual(["pending"]);
    expect((await world.log()).map(({ outcome }) => outcome)).toEqual([
      "accepted",
      "aborted",
    ]);
    expect(receiver.received[0]?.body).toBe(receiver.received[1]?.body);
  });

  test("aborts an open send when consent is withdrawn, and erases after its end", async () => {
    let withdraw = async () => {};
    const receiver = await startReceiver({
      answer: (received, response) => {
        if (!isErasure(received)) return void withdraw();
        response.end(JSON.stringify({ ...JSON.parse(received.body), deleted: 0 }));
      },
    });
    const world = await startWorld(receiver);
    withdraw = async () => void (await world.withdraw(statistics));
    await world.grant(statistics);
    await world.sender.tick();
    await world.sender.tick();

    expect(receiver.received.map(({ path }) => path)).toEqual([
      "/v1/server-statistics",
      "/v1/erasures",
    ]);
    expect((await world.log()).map(({ kind, outcome }) => [kind, outcome])).toEqual([
      ["erasure", "accepted"],
      ["report", "aborted"],
    ]);
    expect((await world.read(statistics)).activity.deletions).toMatchObject([
      { state: "confirmed" },
    ]);
  });

  test("begins no send that a withdrawal overtook, not even a connection", async () => {
    const receiver = await startReceiver();
    const world = await startWorld(receiver);
    await world.grant(crashes);
    await world.enqueue();
    world.setFault(async (_verb, next) => {
      const result = await next();
      const isBegun = (await world.log()).some(({ outcome }) => outcome === "pending");
      if (isBegun) await world.withdraw(crashes);
      return result;
    });
    await world.sender.tick();

    expect(receiver.bytes()).toBe(0);
    expect((await world.log()).map(({ outcome }) => outcome)).toEqual(["aborted"]);
  });

  test("aborts an open send under a lock that came meanwhile", async () => {
    let look = async () => {};
    const receiver = await startReceiver({ answer: () => void look() });
    const world = await startWorld(receiver);
    look = async () => {
      world.setLock("vendor");
      await world.sender.tick();
    };
    await world.grant(crashes);
    await world.enqueue();
    await world.sender.tick();

    expect((await world.log()).map(({ outcome }) => outcome)).toEqual(["aborted"]);
    expect(await world.queued(crashes)).toHaveLength(1);
  });

  test("holds reports back under a lock, and lets an erasure leave", async () => {
    const { world } = await startWithVendor();
    await world.grant(statistics);
    await world.sender.tick();
    world.setLock("do-not-track");
    world.setClock("2026-03-01T00:00:00Z");
    await world.sender.tick();
    const { nextAt } = (await world.read(statistics)).activity;
    await world.withdraw(statistics);
    await world.sender.tick();

    expect(nextAt).toBeNull();
    expect((await world.log()).map(({ kind }) => kind)).toEqual(["erasure", "report"]);
  });

  test("has erased what was sent, and confirms it with the vendor's number", async () => {
    const { world } = await startWithVendor();
    await world.grant(statistics);
    await world.sender.tick();
    const { pseudonym } = (await world.read(statistics)).activity;
    world.setClock("2026-02-28T10:00:00Z");
    await world.sender.tick();
    await world.withdraw(statistics);
    const open = (await world.read(statistics)).activity;
    await world.sender.tick();

    expect(open).toMatchObject({ nextAt: null, deletions: [{ state: "under-way" }] });
    expect((await world.read(statistics)).activity.deletions).toMatchObject([
      { state: "confirmed", deleted: 2, nextAttemptAt: null },
    ]);
    expect(
      (await world.log()).map(({ kind, outcome, body }) => [kind, outcome, body]),
    ).toEqual([
      ["erasure", "accepted", "deleted"],
      ["report", "accepted", "deleted"],
      ["report", "accepted", "deleted"],
    ]);
    expect(await filesWith(world.folder, pseudonym ?? "")).toEqual([]);
  });

  test("takes no answer without a count for a confirmation", async () => {
    const receiver = await startReceiver({
      answer: (received, response) =>
        isErasure(received)
          ? response.end(JSON.stringify({ at: "2026-01-15T09:30:00Z" }))
          : response.writeHead(202).end(),
    });
    const world = await startWorld(receiver);
    await world.grant(statistics);
    await world.sender.tick();
    await world.withdraw(statistics);
    await world.sender.tick();

    expect((await world.read(statistics)).activity.deletions).toMatchObject([
      { state: "failed", confirmedAt: null },
    ]);
  });

  test("says that a deletion is under way until the store's own files are clean", async () => {
    const { world } = await startWithVendor();
    await world.grant(statistics);
    await world.sender.tick();
    await world.withdraw(statistics);
    world.setFault((verb, next) => (verb === "purge" ? false : next()));
    await world.sender.tick();
    const before = (await world.read(statistics)).activity.deletions;
    world.setFault((_verb, next) => next());
    await world.restart();
    await world.sender.tick();

    expect(before).toMatchObject([{ state: "under-way", confirmedAt: null }]);
    expect(String(world.errors[0])).toContain("Deleted data are still in files");
    expect((await world.read(statistics)).activity.deletions).toMatchObject([
      { state: "confirmed" },
    ]);
  });

  test("writes the end of a send down when the store can be written again", async () => {
    let isFull = false;
    const receiver = await startReceiver({
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

  test("keeps an erasure for the vendor that got the data", async () => {
    const receiver = await startReceiver();
    const { vendor, world } = await startWithVendor();
    await world.grant(statistics);
    await world.sender.tick();
    await world.withdraw(statistics);
    await world.restart(receiver);
    await world.sender.tick();
    const [owed] = (await world.read(statistics)).activity.deletions;
    const connections = receiver.received.length;
    await world.restart({ url: `${vendor.url}/`, ca: vendor.caPem });
    await world.sender.tick();

    expect([owed?.state, connections]).toEqual(["under-way", 0]);
    expect((await world.read(statistics)).activity.deletions).toMatchObject([
      { state: "confirmed", deleted: 1 },
    ]);
  });

  test("sends an erasure to another address of the same vendor", async () => {
    const first = await startReceiver();
    const moved = await startReceiver({
      authority: first.authority,
      answer: ({ body }, response) =>
        response.end(JSON.stringify({ ...JSON.parse(body), deleted: 1 })),
    });
    const world = await startWorld(first);
    await world.grant(statistics);
    await world.sender.tick();
    await world.withdraw(statistics);
    await world.restart(moved);
    await world.sender.tick();

    expect(moved.received.map(({ path }) => path)).toEqual(["/v1/erasures"]);
  });

  test("goes on when a clock that was a year ahead is put right", async () => {
    const receiver = await startReceiver({
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
    const receiver = await startReceiver();
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

test("a send whose process was killed ends as interrupted, and is repeated", async () => {
  const arrived = Promise.withResolvers<void>();
  const receiver = await startReceiver({
    answer: (_received, response) =>
      receiver.received.length > 1 ? response.writeHead(202).end() : arrived.resolve(),
  });
  const world = await startSenderWorld("sqlite", receiver);
  await world.grant(crashes);
  await world.enqueue();
  void world.sender.tick();
  await arrived.promise;
  await world.killAndRestart();
  const open = (await world.log()).map(({ outcome }) => outcome);
  await world.sender.tick();

  expect(open).toEqual(["pending"]);
  expect((await world.log()).map(({ outcome }) => outcome)).toEqual([
    "accepted",
    "interrupted",
  ]);
  expect(receiver.received.map(({ body }) => body)).toEqual(
    Array(2).fill(serializePayload({ ...crash })),
  );
});

test("a vendor without https or without a certificate is refused at once", async () => {
  const { ca } = await startReceiver();

  await expect(
    startSenderWorld("memory", { url: "http://vendor.example", ca }),
  ).rejects.toThrow("https:");
  await expect(
    startSenderWorld("memory", { url: "https://vendor.example", ca: "" }),
  ).rejects.toThrow();
});
