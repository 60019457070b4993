import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { PanelStore } from "../src/panel/store/panelStore.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { locks } from "../src/stores/postgres/locks.ts";
import { connectAs } from "./support/databases.ts";
import { passPostgresOn } from "./support/passPostgresOn.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { entryOf } from "./support/storeSubject.ts";

const patient = { timeout: 10_000 };

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

function begin(store: PanelStore): Promise<string> {
  return store.change("reports", () => ({
    result: "begun",
    begin: {
      ...{ item: "item", lane: "lane" },
      entry: entryOf(crypto.randomUUID(), { log: "transmission" }),
    },
  }));
}

describe("a store that is asked for several things at once", () => {
  it("asks one after the other over each connection", async () => {
    const warned: string[] = [];
    const listen = (warning: Error) => warned.push(warning.message);
    process.on("warning", listen);
    onTestFinished(() => void process.off("warning", listen));
    const store = await open("at_once");
    const standing = { locks: {}, revisions: [] };
    await Promise.all([
      ...[store.read(), store.read(), store.purge()],
      ...[store.lead(true), store.declare(standing), store.lead(true)],
    ]);
    await new Promise(setImmediate);
    expect(warned).toEqual([]);
  });
});

describe("a store whose session has ended at the server alone", () => {
  it("begins nothing under it, and gets another", async () => {
    const { url, fallSilent } = await passPostgresOn(server.url);
    const store = await openPostgresStore({ url, schema: "silent" });
    onTestFinished(store.close);
    const told: (string | null)[] = [];
    store.watch((purpose) => told.push(purpose));
    expect(await store.lead(true)).toBe(true);

    const admin = await connectAs(server.url);
    const held = async () => {
      const sql = "SELECT 1 FROM pg_locks WHERE classid = $1";
      return (await admin.query(sql, [locks.sender])).rowCount;
    };
    fallSilent();
    await expect.poll(held, patient).toBe(0);
    await expect.poll(() => begin(store), patient).toBe("begun");
    expect(told[0]).toBeNull();
    const other = await open("silent");
    expect(await other.lead(true)).toBe(true);
    expect(await store.lead(true)).toBe(false);
  });
});

describe("a send that was begun", () => {
  it("is the sender's, though the session that begins it came after it was asked for", async () => {
    const store = await open("between_");
    await store.change("reports", () => ({ result: undefined, state: 1 }));
    const holder = await connectAs(server.url);
    const admin = await connectAs(server.url);
    const sessions = async () => {
      const sql = "SELECT pid FROM pg_locks WHERE classid = $1";
      return (await admin.query<{ pid: number }>(sql, [locks.session])).rows;
    };
    await holder.query("BEGIN; SELECT 1 FROM between_.purpose FOR UPDATE");
    const lost = new Promise<unknown>((resolve) => store.watch(resolve));
    for (const { pid } of await sessions()) {
      await admin.query("SELECT pg_terminate_backend($1)", [pid]);
    }
    expect(await lost).toBeNull();
    const begun = begin(store);
    await expect.poll(sessions, patient).toHaveLength(1);
    await store.declare({ locks: {}, revisions: [] });
    await holder.query("COMMIT");
    expect(await begun).toBe("begun");
  });

  it("is nobody's, where nobody heard that it was, and ends with its time", async () => {
    const { url, loseCommit } = await passPostgresOn(server.url);
    const store = await openPostgresStore({ url, schema: "unheard", sendLimitMs: 300 });
    onTestFinished(store.close);
    loseCommit();
    await expect(begin(store)).rejects.toThrow("The connection");
    const owners = async () =>
      (await store.read()).purposes.reports?.open.map(({ ownerLives }) => ownerLives);
    await expect.poll(owners, patient).toEqual([false]);
  });
});

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

  it("takes another for a change that finds its own gone", async () => {
    const store = await open("stale");
    const admin = await connectAs(server.url);
    for (let round = 1; round <= 20; round += 1) {
      // Several, so that several have ended.
      await Promise.all([store.read(), store.read(), store.read()]);
      await admin.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'klartext' AND query LIKE '%COMMIT%'`,
      );
      await store.change("reports", () => ({ result: undefined, state: round }));
      expect((await store.read()).purposes.reports?.state).toBe(round);
    }
  });
});
