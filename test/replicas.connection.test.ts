import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { layPanelOut, startReplica } from "./support/replica.ts";
import {
  decide,
  decisionPath,
  prepareDecision,
  problemOf,
} from "./support/startTestPanel.ts";

const crashes = "crash-reports";
const statistics = "server-statistics";
const patient = { timeout: 15_000 };

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describe("a replica whose database server stops", { timeout: 60_000 }, () => {
  it("says so, keeps no promise, and goes on by itself when the server is back", async () => {
    const { env, receiver } = await layPanelOut(server);
    const [one, other] = await Promise.all([startReplica(env), startReplica(env)]);
    await decide(one.person, crashes, "granted");
    const { headers, body } = await prepareDecision(one.person, statistics, "granted");
    const put = () =>
      one.person.send("PUT", decisionPath(statistics), {
        ...{ headers, body: JSON.stringify(body) },
      });

    await server.stop();
    const answers = await Promise.all([
      one.person.send("GET", "/purposes"),
      other.person.send("GET", "/purposes"),
      one.person.send("DELETE", decisionPath(crashes)),
      put(),
    ]);
    for (const answer of answers) {
      expect([answer.status, problemOf(answer)]).toEqual([503, "store-unavailable"]);
      expect(JSON.parse(answer.text).detail).toMatch(/Look whether .+ runs/);
    }

    await server.start();
    const read = async () => (await one.person.send("GET", "/purposes")).status;
    await expect.poll(read, patient).toBe(200);
    expect((await one.read(crashes)).decision.status).toBe("granted");
    expect((await one.read(statistics)).decision.status).toBe("undecided");
    expect((await put()).status).toBe(200);
    expect(await other.queue(crashes, "0x1")).toBe("queued");
    // The statistics that are due at once, and the crash.
    await expect.poll(() => receiver.received, patient).toHaveLength(2);
    expect((await other.person.send("DELETE", decisionPath(crashes))).status).toBe(200);
    expect((await one.read(crashes)).decision.status).toBe("withdrawn");
  });
});
