import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { connectAs } from "./support/databases.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

const open = async (schema: string) => {
  const store = await openPostgresStore({ url: server.url, schema });
  onTestFinished(store.close);
  return store;
};

describe("a store whose connections are ended", () => {
  it("rejects the change that waits, and makes the next", async () => {
    const store = await open("ended");
    const holder = await connectAs(server.url);
    const admin = await connectAs(server.url);
    const sessions = async (what: string) => {
      const { rows } = await admin.query<{ found: unknown }>(
        `SELECT ${what} AS found FROM pg_stat_activity
         WHERE application_name = 'klartext'`,
      );
      return rows.map(({ found }) => found);
    };
    await store.change("reports", () => ({ result: undefined, state: 1 }));
    for (let round = 0; round < 5; round += 1) {
      await holder.query("BEGIN; SELECT 1 FROM ended.purpose FOR UPDATE");
      const waiting = store.change("reports", () => ({ result: undefined, state: 2 }));
      const failed = expect(waiting).rejects.toThrow("The connection");
      while (!(await sessions("wait_event_type")).includes("Lock"));
      await sessions("pg_terminate_backend(pid)");
      await failed;
      await holder.query("COMMIT");
    }
    await store.change("reports", () => ({ result: undefined, state: 3 }));
    expect((await store.read()).purposes.reports?.state).toBe(3);
  });
});
