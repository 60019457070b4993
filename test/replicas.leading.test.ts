import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { createMemoryStore } from "../src/panel/index.ts";
import { policyInForce, revisionIds } from "../src/policy/demo/referencePolicy.ts";
import { createSender } from "../src/sending/index.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { connectAs, query } from "./support/databases.ts";
import { describeServer } from "./support/namedReports.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import type { ReceivedRequest } from "./support/receiver.ts";
import { startReceiver } from "./support/receiver.ts";
import { layPanelOut, type Replica, startReplica } from "./support/replica.ts";
import { decide } from "./support/startTestPanel.ts";

const crashes = "crash-reports";
const patient = { timeout: 15_000 };

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describe("of two replicas one alone sends", () => {
  it("and the other goes on when that one is killed", async () => {
    const { receiver, noted, env } = await layPanelOut(server);
    const replicas = await Promise.all([startReplica(env), startReplica(env)]);
    const senders = async () => new Set((await noted()).map(({ pid }) => pid));
    await decide(replicas[0].person, crashes, "granted");
    await queueAtBoth(replicas, ["0x1", "0x2", "0x3", "0x4"]);
    await expect.poll(() => namesIn(receiver.received), patient).toHaveLength(4);

    const [first, ...others] = await senders();
    expect(others).toEqual([]);
    const leader = replicas.find(({ pid }) => pid === first);
    const follower = replicas.find(({ pid }) => pid !== first);
    await leader?.kill();
    await follower?.queue(crashes, "0x5");
    await expect.poll(() => namesIn(receiver.received), patient).toHaveLength(5);
    expect(await senders()).toEqual(new Set([first, follower?.pid]));
  });
});

async function queueAtBoth(
  replicas: readonly [Replica, Replica],
  names: readonly string[],
): Promise<void> {
  for (const [index, name] of names.entries()) {
    const replica = index % 2 === 0 ? replicas[0] : replicas[1];
    expect(await replica.queue(crashes, name)).toBe("queued");
  }
}

function namesIn(received: readonly ReceivedRequest[]): readonly string[] {
  return received.map(
    ({ body }) => JSON.parse(String(body)).stackTrace.addresses[0].address,
  );
}
