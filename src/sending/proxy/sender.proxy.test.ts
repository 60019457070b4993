import { describe, expect, test } from "vitest";
import { named, startConnectProxy } from "../../../test/support/connectProxy.ts";
import { startHttpsReceiver } from "../../../test/support/httpsReceiver.ts";
import { startSenderWorld, statistics } from "../../../test/support/senderWorld.ts";

type Play = NonNullable<Parameters<typeof startConnectProxy>[0]>;

/** A sender that has consent, a proxy that is told what to do, and a vendor behind it. */
async function sendThrough(play?: Play) {
  const vendor = await startHttpsReceiver({ address: "vendor.example" });
  const proxy = await startConnectProxy(play);
  const world = await startSenderWorld(
    "sqlite",
    { url: named(vendor.url), ca: vendor.ca },
    { url: proxy.url.replace("//", "//ada:geheim@") },
  );
  await world.grant(statistics);
  await world.sender.tick();
  const [entry] = await world.log();
  return { vendor, proxy, world, entry };
}

const middle: Play = async ({ tunnel }) => {
  const other = await startHttpsReceiver({ address: "vendor.example" });
  tunnel(Number(new URL(other.url).port));
};

describe("what the log says of a send through a proxy", () => {
  test.each<[string, Play | undefined, string, number | null, number]>([
    ["opens the way", undefined, "accepted", 202, 1],
    ["says no", ({ answer }) => answer(403), "unreachable", null, 0],
    ["wants other credentials", ({ answer }) => answer(407), "unreachable", null, 0],
    ["breaks TLS", middle, "tls-pin-mismatch", null, 0],
    ["ends early", ({ client }) => void client.end(), "unreachable", null, 0],
    [
      "ends after its answer",
      ({ client }) => void client.end("HTTP/1.1 200 OK\r\n\r\n"),
      ...(["unreachable", null, 0] as const),
    ],
  ])("that %s", async (_name, play, outcome, status, arrived) => {
    const { vendor, proxy, world, entry } = await sendThrough(play);

    expect(entry).toMatchObject({ purpose: statistics, outcome, status });
    expect(entry?.url).toBe(`${named(vendor.url)}/v1/server-statistics`);
    expect(entry?.nextAttemptAt === null).toBe(outcome === "accepted");
    expect(vendor.received).toHaveLength(arrived);
    const { pseudonym } = (await world.read(statistics)).activity;
    expect(pseudonym).not.toBeNull();
    expect(proxy.heard()).not.toContain(pseudonym);
  });

  test("a proxy that says no is reported with what to do, and without its credentials", async () => {
    const { world, proxy } = await sendThrough(({ answer }) => answer(407));
    const said = world.errors.map(String).join("\n");

    expect(said).toContain(`The proxy 127.0.0.1:${proxy.port} answered 407`);
    expect(said).toContain("a name and a password");
    expect(said).not.toMatch(/geheim|YWRhOmdlaGVpbQ/);
  });

  test("what the panel tells of the way names host and port of the proxy, and no more", async () => {
    const { world, proxy } = await sendThrough();
    const facts = world.sender.transport(statistics);

    expect(facts?.proxy).toBe(`127.0.0.1:${proxy.port}`);
    expect(JSON.stringify(facts)).not.toMatch(/geheim|ada|Proxy-Authorization/);
  });
});

test("a vendor on this machine is called without the proxy, and none is told of", async () => {
  const vendor = await startHttpsReceiver();
  const proxy = await startConnectProxy();
  const world = await startSenderWorld("memory", vendor, { url: proxy.url });
  await world.grant(statistics);
  await world.sender.tick();

  expect(vendor.received).toHaveLength(1);
  expect(proxy.heads).toEqual([]);
  expect(world.sender.transport(statistics)).not.toHaveProperty("proxy");
});

test("a withdrawal aborts what is on its way through the proxy, by a reset", async () => {
  const reached = Promise.withResolvers<void>();
  const vendor = await startHttpsReceiver({ address: "vendor.example" });
  const proxy = await startConnectProxy(() => reached.resolve());
  const world = await startSenderWorld(
    "memory",
    { url: named(vendor.url), ca: vendor.ca },
    { url: proxy.url },
  );
  await world.grant(statistics);
  const sent = world.sender.tick();
  await reached.promise;
  await world.withdraw(statistics);

  expect(await proxy.ended()).toBe("ECONNRESET");
  await world.sender.close();
  await sent;
  expect((await world.log()).map(({ outcome }) => outcome)).toContain("aborted");
  expect(vendor.bytes()).toBe(0);
});

test("an erasure goes through the proxy too", async () => {
  const vendor = await startHttpsReceiver({
    address: "vendor.example",
    answer: ({ path }, response) =>
      path.endsWith("erasures")
        ? response.end('{"deleted": 1, "at": "2026-01-31T10:00:00Z"}')
        : response.writeHead(202).end(),
  });
  const proxy = await startConnectProxy();
  const world = await startSenderWorld(
    "memory",
    { url: named(vendor.url), ca: vendor.ca },
    { url: proxy.url },
  );
  await world.grant(statistics);
  await world.sender.tick();
  await world.withdraw(statistics);
  await world.sender.tick();

  expect(vendor.received.map(({ path }) => path)).toEqual([
    "/v1/server-statistics",
    "/v1/erasures",
  ]);
  expect(proxy.heads).toHaveLength(2);
});
