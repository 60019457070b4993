import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createPanel } from "../src/panel/index.ts";
import { policyInForce, revisionIds } from "../src/policy/demo/referencePolicy.ts";
import { createSender } from "../src/sending/index.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { locks } from "../src/stores/postgres/locks.ts";
import { connectAs } from "./support/databases.ts";
import { describeServer, reportOf } from "./support/namedReports.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { acceptAll, type Receiver, startReceiver } from "./support/receiver.ts";
import { layPanelOut, startReplica } from "./support/replica.ts";
import { decide } from "./support/startTestPanel.ts";

const crashes = "crash-reports";
const revision = revisionIds[0];
const policy = policyInForce(revision);
const patient = { timeout: 15_000 };

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describe("of two replicas one alone sends", { timeout: 60_000 }, () => {
  it("and the other goes on when that one is killed", async () => {
    const { receiver, noted, env } = await layPanelOut(server);
    const replicas = await Promise.all([startReplica(env), startReplica(env)]);
    const senders = async () => new Set((await noted()).map(({ pid }) => pid));
    await decide(replicas[0].person, crashes, "granted");
    for (const [index, name] of ["0x1", "0x2", "0x3", "0x4"].entries()) {
      await replicas[index % 2]?.queue(crashes, name);
    }
    await expect.poll(() => namesAt(receiver), patient).toHaveLength(4);

    const [first, ...others] = await senders();
    expect(others).toEqual([]);
    const leader = replicas.find(({ pid }) => pid === first);
    const follower = replicas.find(({ pid }) => pid !== first);
    await leader?.kill();
    await follower?.queue(crashes, "0x5");
    await expect.poll(() => namesAt(receiver), patient).toContain("0x5");
    expect(await senders()).toEqual(new Set([first, follower?.pid]));
  });

  it("and one whose policy another has left behind begins nothing more", async () => {
    const { env, url } = await layPanelOut(server);
    const { person, kill } = await startReplica(env);
    await decide(person, crashes, "granted");
    await kill();
    const [first, second] = [await startSending(url), await startSending(url)];
    first.receiver.setAnswer(async (request) => {
      const revisions = revisionIds.toReversed();
      await second.store.declare({ locks: {}, revisions });
      return acceptAll(request);
    });
    await first.queue("0x1");
    await first.queue("0x2");
    await first.sender.tick();
    expect(namesAt(first.receiver)).toEqual(["0x1"]);

    await second.store.close();
    first.receiver.setAnswer(acceptAll);
    await first.sender.tick();
    expect(namesAt(first.receiver)).toEqual(["0x1", "0x2"]);
  });

  it("and one that lost its session lets the other, also when it has another session", async () => {
    const { env, url } = await layPanelOut(server);
    const { person, kill } = await startReplica(env);
    await decide(person, crashes, "granted");
    await kill();
    const [first, second] = [await startSending(url), await startSending(url)];
    const admin = await connectAs(url);
    first.receiver.setAnswer(() => "silence");
    await first.queue("0x1");
    await first.queue("0x2");
    first.sender.start();
    await expect.poll(() => namesAt(first.receiver), patient).toEqual(["0x1"]);

    // Until this ends, the first cannot write down how its send ended.
    await admin.query("BEGIN; SELECT 1 FROM klartext.purpose FOR UPDATE");
    const lost = first.untilLost();
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE classid = $1",
      [locks.sender],
    );
    await lost;
    expect(await second.store.lead(true)).toBe(true);
    await first.store.declare({ locks: {}, revisions: [revision] });
    await admin.query("COMMIT");
    await first.sender.tick();
    expect((await first.store.read()).purposes[crashes]?.open).toEqual([]);
    expect(namesAt(first.receiver)).toEqual(["0x1"]);

    second.sender.start();
    await expect
      .poll(() => namesAt(second.receiver).toSorted(), patient)
      .toEqual(["0x1", "0x2"]);
    expect(namesAt(first.receiver)).toEqual(["0x1"]);
  });

  it("and none does when the one that did lets go, until another offers to", async () => {
    const { url } = await layPanelOut(server);
    const [first, second] = [await startSending(url), await startSending(url)];
    const offers = await Promise.all([first.store.lead(true), first.store.lead(true)]);
    expect(offers).toEqual([true, true]);
    expect(await second.store.lead(true)).toBe(false);
    expect(await first.store.lead(false)).toBe(false);
    expect(await second.store.lead(true)).toBe(true);
    expect(await first.store.lead(true)).toBe(false);
  });
});

/** A store with a sender that has a receiver of its own, in this process. */
async function startSending(url: string) {
  const authority = (await startReceiver()).authority;
  const receiver = await startReceiver({ authority, answer: acceptAll });
  const store = await openPostgresStore({ url, sendLimitMs: 3_000 });
  const facts = {
    ...{ policy, store },
    payloads: { read: (purpose: string) => describeServer(purpose, revision) },
    report: () => undefined,
  };
  const sender = createSender({ ...facts, vendor: receiver.config, lookMs: 200 });
  const panel = createPanel({ ...facts, origins: [], viewer: () => null });
  onTestFinished(async () => {
    await sender.close();
    await store.close();
  });
  return {
    ...{ receiver, store, sender },
    queue: (name: string) =>
      panel.enqueueReport(crashes, reportOf(crashes, name, revision)),
    untilLost: () =>
      new Promise<void>((resolve) => {
        const unwatch = store.watch((purpose) => {
          if (purpose !== null) return;
          unwatch();
          resolve();
        });
      }),
  };
}

function namesAt({ received }: Pick<Receiver, "received">): readonly string[] {
  return received.map(
    ({ body }) => JSON.parse(String(body)).stackTrace.addresses[0].address,
  );
}
