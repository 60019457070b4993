import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connectAs } from "./support/databases.ts";
import { filesWith } from "./support/folder.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { receiptsOf } from "./support/receiptsOf.ts";
import { layPanelOut, startReplica } from "./support/replica.ts";
import { decide, decisionPath } from "./support/startTestPanel.ts";

const statistics = "server-statistics";
const patient = { timeout: 15_000 };

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describe("a deletion", { timeout: 60_000 }, () => {
  it("is not confirmed while an older moment can be read, and then leaves no file with the UUID", async () => {
    const { env, url, receiver } = await layPanelOut(server);
    const [one, other] = await Promise.all([startReplica(env), startReplica(env)]);
    await decide(one.person, statistics, "granted");
    const { pseudonym } = (await one.read(statistics)).activity;
    await expect.poll(() => receiver.received, patient).toHaveLength(1);
    const reader = await connectAs(url);
    const admin = await connectAs(url);
    await reader.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");

    const withdrawn = await other.person.send("DELETE", decisionPath(statistics));
    expect(withdrawn.status).toBe(202);
    const lines = () => receiver.received.map(({ line }) => line.split(" ")[1]);
    await expect.poll(lines, patient).toContain("/v1/erasures");
    const failures = async () => [...(await one.failures()), ...(await other.failures())];
    await expect
      .poll(failures, patient)
      .toContainEqual(expect.stringMatching(/^Error: Deleted data/));
    const states = async () =>
      (await one.read(statistics)).activity.deletions.map(({ state }) => state);
    expect(await states()).toEqual(["under-way"]);

    await reader.query("COMMIT");
    await expect.poll(states, patient).toEqual(["confirmed"]);
    await admin.query("CHECKPOINT");
    expect(pseudonym).not.toBeNull();
    expect(await filesWith(join(server.folder, "base"), String(pseudonym))).toEqual([]);
    const [receipt] = await receiptsOf(one.person, "deletion-confirmed");
    expect(receipt).toMatchObject({
      "kt:erasure": "removed",
    });
  });
});
