import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revisionIds } from "../src/policy/demo/referencePolicy.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { layPanelOut, type Replica, startReplica } from "./support/replica.ts";
import { decide, decisionPath, problemOf } from "./support/startTestPanel.ts";

const crashes = "crash-reports";
const statistics = "server-statistics";
const [, newer, newest] = revisionIds;
const patient = { timeout: 15_000 };

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describe("DO_NOT_TRACK of one replica", { timeout: 60_000 }, () => {
  it("holds for all while it lives, and no longer", async () => {
    const { env, receiver } = await layPanelOut(server);
    const free = await startReplica(env);
    await decide(free.person, crashes, "granted");
    const locked = await startReplica({ ...env, DO_NOT_TRACK: "1" });
    const another = await startReplica(env);

    for (const replica of [free, another]) {
      const { activity } = await replica.read(crashes);
      expect([activity.lock, activity.effective]).toEqual(["do-not-track", false]);
      const refused = await decide(replica.person, statistics, "granted");
      expect([refused.status, problemOf(refused)]).toEqual([403, "locked"]);
      expect(await replica.queue(crashes, "0x1")).toBe("not-now");
    }
    const withdrawn = await another.person.send("DELETE", decisionPath(crashes));
    expect(withdrawn.status).toBe(200);
    expect(receiver.received).toEqual([]);

    await locked.kill();
    await expect.poll(() => lockOf(free), patient).toBeNull();
    expect((await decide(free.person, crashes, "granted")).status).toBe(200);
    expect(await another.queue(crashes, "0x2")).toBe("queued");
    await expect.poll(() => receiver.received, patient).toHaveLength(1);
  });
});

describe("a replica with an older policy than another", { timeout: 60_000 }, () => {
  it("serves reading and withdrawing alone, until the other is gone", async () => {
    const { env } = await layPanelOut(server);
    const old = await startReplica(env);
    const recent = await startReplica({ ...env, KLARTEXT_POLICY_REVISION: newer });
    const granted = await decide(recent.person, statistics, "granted");
    expect(granted.status).toBe(200);

    for (const decision of ["granted", "refused"] as const) {
      const refused = await decide(old.person, crashes, decision);
      expect([refused.status, problemOf(refused)]).toEqual([503, "policy-superseded"]);
    }
    expect(await old.queue(statistics, "0x1")).toBe("not-now");
    const again = await startReplica(env);
    for (const replica of [old, again, recent]) {
      const { decision } = await replica.read(statistics);
      expect([decision.status, decision.revision]).toEqual(["granted", newer]);
    }
    const withdrawn = await again.person.send("DELETE", decisionPath(statistics));
    expect([200, 202]).toContain(withdrawn.status);

    await recent.kill();
    await expect
      .poll(async () => (await decide(old.person, crashes, "granted")).status, patient)
      .toBe(200);
    expect(await again.queue(crashes, "0x1")).toBe("queued");
  });

  it("lets the other send, though it sent before", async () => {
    const { receiver, noted, ...panel } = await layPanelOut(server);
    // Nobody looks by himself: what is not told is not heard of.
    const env = { ...panel.env, LOOK_MS: "60000" };
    const old = await startReplica({ ...env, KLARTEXT_POLICY_REVISION: newer });
    await decide(old.person, crashes, "granted");
    await old.queue(crashes, "0x1");
    await expect.poll(() => receiver.received, patient).toHaveLength(1);

    const recent = await startReplica({ ...env, KLARTEXT_POLICY_REVISION: newest });
    const before = (await noted()).length;
    expect(await recent.queue(crashes, "0x2")).toBe("queued");
    await expect.poll(() => receiver.received, patient).toHaveLength(2);
    const pids = (await noted()).slice(before).map(({ pid }) => pid);
    expect(new Set(pids)).toEqual(new Set([recent.pid]));
  });
});

async function lockOf(replica: Replica): Promise<unknown> {
  return (await replica.read(crashes)).activity.lock;
}
