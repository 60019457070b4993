import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { query } from "./support/databases.ts";
import { makeLesserUser } from "./support/lesserUser.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { entryOf, itemOf, uuidOf } from "./support/storeSubject.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

/** Everything that a panel asks of its store. */
async function useEverything(url: string): Promise<void> {
  const store = await openPostgresStore({ url, sendLimitMs: 300 });
  onTestFinished(store.close);
  const told: (string | null)[] = [];
  const other = await openPostgresStore({ url });
  onTestFinished(other.close);
  other.watch((purpose) => told.push(purpose));
  const uuid = uuidOf(7);
  await store.keepText("digest", "Text");
  await store.declare({ locks: {}, revisions: ["1"] });
  expect(await store.lead(true)).toBe(true);
  expect(await other.lead(true)).toBe(false);
  await store.change("reports", () => ({
    result: undefined,
    state: 1,
    append: [entryOf(uuidOf(1), { by: { id: "ada", name: "Ada", salt: "salt" } })],
    put: [itemOf("item", { uuid })],
    begin: {
      ...{ item: "item", lane: uuid },
      entry: entryOf(uuidOf(2), { log: "transmission", uuid }),
    },
  }));
  await store.change("reports", () => ({
    result: undefined,
    ...{ drop: ["item"], end: [uuidOf(2)], forget: [uuid] },
  }));
  await store.eraseName("ada");
  await expect.poll(store.purge, { timeout: 10_000 }).toBe(true);
  await store.beginEpoch();
  expect((await other.read()).purposes.reports?.state).toBe(1);
  expect((await other.read()).standings).toHaveLength(1);
  await expect.poll(() => told).toContain("reports");
}

describe("a user without other rights", () => {
  it("does everything with a schema that it may make", async () => {
    const { admin, database, user, url } = await makeLesserUser(server);
    await query(admin, `GRANT CREATE ON DATABASE ${database} TO ${user}`);
    await useEverything(url);
    await query(admin, `REVOKE CREATE ON DATABASE ${database} FROM ${user}`);
    await (await openPostgresStore({ url })).close();
  });

  it("does everything with an empty schema that is its own", async () => {
    const { admin, user, url } = await makeLesserUser(server);
    await query(admin, `CREATE SCHEMA klartext AUTHORIZATION ${user}`);
    await useEverything(url);
  });
});
