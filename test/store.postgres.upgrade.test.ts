import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { PanelStore } from "../src/panel/store/panelStore.ts";
import { type Migration, migrations } from "../src/stores/postgres/migrations.ts";
import { openAtVersion } from "../src/stores/postgres/openPostgresStore.ts";
import { connectAs, makeDatabase, query } from "./support/databases.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { expectWholeChain } from "./support/storeChain.ts";
import { entryOf, itemOf, uuidOf } from "./support/storeSubject.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

/** Made-up versions 3, each of which cannot be made twice. */
const additive: Migration = {
  oldest: 2,
  sql: (schema) => `ALTER TABLE ${schema}.purpose ADD COLUMN note text`,
};
const leaving: Migration = {
  oldest: 3,
  sql: (schema) =>
    `CREATE TABLE ${schema}.purpose_of_3 AS SELECT * FROM ${schema}.purpose`,
};

async function open(url: string, next?: Migration): Promise<PanelStore> {
  const store = await openAtVersion({ url }, next ? [...migrations, next] : migrations);
  onTestFinished(store.close);
  return store;
}

const count = (store: PanelStore) =>
  store.change("reports", ({ state }) => ({
    result: undefined,
    state: Number(state) + 1,
    append: [entryOf(crypto.randomUUID())],
  }));
const counted = async (store: PanelStore) => {
  const [page, { purposes }] = [await store.page("decision", 500), await store.read()];
  expect(page).toHaveLength(Number(purposes.reports?.state));
  return purposes.reports?.state;
};
const newer = { name: "StoreError", reason: "newer" };

describe("a later version of the tables that adds something", () => {
  it("goes on beside a replica of the version before, and nothing is lost", async () => {
    const url = await makeDatabase(server);
    const old = await open(url);
    const before = Array.from({ length: 30 }, () => count(old));
    const recent = await open(url, additive);
    await Promise.all([...before, count(old), count(recent), count(old)]);
    expect(await counted(old)).toBe(33);
    expect(await counted(recent)).toBe(33);

    const told: (string | null)[] = [];
    old.watch((purpose) => told.push(purpose));
    await count(recent);
    await expect.poll(() => told, { timeout: 10_000 }).toEqual(["reports"]);
    await count(await open(url));
    expect(await counted(recent)).toBe(35);
  });

  it("is made once, by one of two replicas that start at once", async () => {
    const url = await makeDatabase(server);
    await Promise.all([open(url), open(url)]);
    const [one, other] = await Promise.all([open(url, additive), open(url, additive)]);
    await Promise.all([count(one), count(other)]);
    expect(await counted(one)).toBe(2);
  });

  it("has the other replica wait that starts meanwhile, however long it takes", async () => {
    const url = await makeDatabase(server);
    await open(url);
    const slow: Migration = {
      ...additive,
      sql: (schema) => `SELECT pg_sleep(6); ${additive.sql(schema)}`,
    };
    const [one, other] = await Promise.all([open(url, slow), open(url, slow)]);
    await Promise.all([count(one), count(other)]);
    expect(await counted(one)).toBe(2);
  });
});

describe("a later version of the tables that leaves the one before behind", () => {
  it("has what runs of that say so, and loses nothing of it", async () => {
    const url = await makeDatabase(server);
    const old = await open(url);
    await old.change("reports", () => ({
      result: undefined,
      put: [itemOf("item")],
      begin: {
        ...{ item: "item", lane: "lane" },
        entry: entryOf(uuidOf(1), { log: "transmission" }),
      },
    }));
    const recent = await open(url, leaving);

    await expect(count(old)).rejects.toMatchObject(newer);
    await expect(old.read()).rejects.toMatchObject(newer);
    await expect(old.read()).rejects.toThrow(
      "They have version 3, for panels from version 3 on, and this one knows version 2.",
    );
    await expect(open(url)).rejects.toMatchObject(newer);
    const { purposes } = await recent.read();
    expect(purposes.reports?.items).toHaveLength(1);
    expect(purposes.reports?.open).toHaveLength(1);
    await count(recent);
    expect(await counted(recent)).toBe(1);
  });

  it("waits for a change that is being made, so that it brings that over too", async () => {
    const url = await makeDatabase(server);
    const old = await open(url);
    await count(old);
    const holder = await connectAs(url);
    const waiting = async () => {
      const rows = await query(
        url,
        `SELECT pid FROM pg_stat_activity WHERE application_name = 'klartext'
           AND datname = current_database() AND wait_event_type = 'Lock'`,
      );
      return rows.length;
    };
    await holder.query("BEGIN; SELECT 1 FROM klartext.store FOR UPDATE");
    const change = count(old);
    await expect.poll(waiting, { timeout: 4_000 }).toBe(1);
    const opening = open(url, leaving);
    const isOver = opening.then(() => true);
    while ((await waiting()) < 2) {
      if (await Promise.race([isOver, Promise.resolve(false)])) break;
    }
    await holder.query("COMMIT");
    await Promise.all([change, opening]);
    expect(await query(url, "SELECT state FROM klartext.purpose_of_3")).toEqual([
      { state: "2" },
    ]);
  });
});

describe("the tables of version 1", () => {
  it("bring what they hold into the chain, marked", async () => {
    const url = await makeDatabase(server);
    const first = await openAtVersion({ url }, migrations.slice(0, 1));
    await first.close();
    await query(
      url,
      `INSERT INTO klartext.entry (id, log, purpose, ends, data) VALUES
         ('${uuidOf(1)}', 'decision', 'reports', NULL, '{"of":1}'),
         ('${uuidOf(2)}', 'transmission', 'reports', NULL, 'null'),
         ('${uuidOf(3)}', 'transmission', 'reports', '${uuidOf(2)}', 'null')`,
    );
    await query(
      url,
      `INSERT INTO klartext.name VALUES ('${uuidOf(1)}', 'admin', 'A. Dmin', 'salt')`,
    );

    const store = await open(url);
    await expectWholeChain(store, 3);
    await count(store);
    await expectWholeChain(store, 4);
    const events = await store.events(0, 9, 9);
    expect(events.map(({ migrated, name }) => [migrated, name !== null])).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [false, false],
    ]);
  });
});

describe("a transaction that is open elsewhere", () => {
  it("has a migration give up with a reason, and undo what it did", async () => {
    const url = await makeDatabase(server);
    await count(await open(url));
    const holder = await connectAs(url);
    await holder.query("BEGIN; SELECT 1 FROM klartext.purpose");
    await expect(open(url, additive)).rejects.toMatchObject({
      ...{ name: "StoreError", reason: "in-use" },
      message: expect.stringContaining("look in pg_stat_activity"),
    });

    await holder.query("COMMIT");
    const store = await open(url, additive);
    await count(store);
    expect(await counted(store)).toBe(2);
  });
});
