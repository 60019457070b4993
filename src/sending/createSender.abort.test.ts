import { describe, expect, test } from "vitest";
import { startHttpsReceiver } from "../../test/support/httpsReceiver.ts";
import {
  crash,
  crashes,
  startSenderWorld,
  statistics,
  storeKinds,
} from "../../test/support/senderWorld.ts";
import { serializePayload } from "../payload/index.ts";

const isErasure = ({ path }: { readonly path: string }) => path === "/v1/erasures";

describe.each(storeKinds)("a send that is under way over the store %s", (kind) => {
  const startWorld = async (vendor: { url: string; ca: string }) =>
    startSenderWorld(kind, vendor);

  test("aborts what is open when it is closed, and repeats it", async () => {
    const arrived = Promise.withResolvers<void>();
    const receiver = await startHttpsReceiver({
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
    const receiver = await startHttpsReceiver({
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
    const receiver = await startHttpsReceiver();
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
    const receiver = await startHttpsReceiver({ answer: () => void look() });
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
});

test("a send whose process was killed ends as interrupted, and is repeated", async () => {
  const arrived = Promise.withResolvers<void>();
  const receiver = await startHttpsReceiver({
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
