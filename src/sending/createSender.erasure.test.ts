import { describe, expect, test } from "vitest";
import { startTestVendor } from "../../panel/src/vendor/testing/startTestVendor.ts";
import { filesWith } from "../../test/support/folder.ts";
import { startHttpsReceiver } from "../../test/support/httpsReceiver.ts";
import {
  startSenderWorld,
  statistics,
  storeKinds,
} from "../../test/support/senderWorld.ts";

const isErasure = ({ path }: { readonly path: string }) => path === "/v1/erasures";

describe.each(storeKinds)("the erasures of a sender over the store %s", (kind) => {
  const startWorld = async (vendor: { url: string; ca: string }) =>
    startSenderWorld(kind, vendor);
  const startWithVendor = async () => {
    const vendor = await startTestVendor();
    return { vendor, world: await startWorld({ url: vendor.url, ca: vendor.caPem }) };
  };

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
    const receiver = await startHttpsReceiver({
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

  test("keeps an erasure for the vendor that got the data", async () => {
    const receiver = await startHttpsReceiver();
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
    const first = await startHttpsReceiver();
    const moved = await startHttpsReceiver({
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
});
