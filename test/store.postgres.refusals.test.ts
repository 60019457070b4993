import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { StoreError } from "../src/panel/store/storeError.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { connectAs, makeDatabase, query } from "./support/databases.ts";
import { makeLesserUser } from "./support/lesserUser.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
  // Who is asked for a password, where the test's server asks nobody.
  await writeFile(
    join(server.folder, "pg_hba.conf"),
    "local all secretive scram-sha-256\nlocal all all trust\n",
  );
  await query(server.url, "CREATE ROLE secretive LOGIN PASSWORD 'right'");
  await query(server.url, "SELECT pg_reload_conf()");
}, 60_000);
afterAll(() => server.remove());

/** What is wrong, what the store says of it, and with which words. */
const refusals: readonly [
  string,
  () => Promise<string>,
  { readonly reason: string; readonly says: readonly RegExp[] },
][] = [
  [
    "a user who is not there",
    async () => server.urlOf("nobody_here"),
    { reason: "failed", says: [/does not let this user in/, /name and password/] },
  ],
  [
    "a password that is wrong",
    async () => server.urlOf("secretive:wrong"),
    { reason: "failed", says: [/does not let this user in/, /name and password/] },
  ],
  [
    "a password that is missing",
    async () => server.urlOf("secretive"),
    { reason: "failed", says: [/does not let this user in/, /name and password/] },
  ],
  [
    "a database that is not there",
    async () => server.url.replace("/postgres?", "/nothing_here?"),
    { reason: "failed", says: [/no database of that name/, /createdb/] },
  ],
  [
    "a server that is not there",
    async () => "postgres://postgres@/postgres?host=%2Fnonexistent",
    { reason: "unreachable", says: [/cannot be reached/, /whether it runs/] },
  ],
  [
    "a port on which nothing listens",
    async () => "postgres://postgres@127.0.0.1:1/postgres",
    { reason: "unreachable", says: [/cannot be reached/, /whether it runs/] },
  ],
  [
    "a user who may make no schema",
    async () => (await makeLesserUser(server)).url,
    { reason: "read-only", says: [/may not do that/, /GRANT CREATE ON DATABASE/] },
  ],
  [
    "a schema of somebody else",
    async () => {
      const { admin, url } = await makeLesserUser(server);
      await query(admin, "CREATE SCHEMA klartext");
      return url;
    },
    { reason: "read-only", says: [/may not do that/, /owner of the schema/] },
  ],
  [
    "tables of somebody else",
    async () => {
      const { admin, user, url } = await makeLesserUser(server);
      await (await openPostgresStore({ url: admin })).close();
      await query(admin, `GRANT USAGE ON SCHEMA klartext TO ${user}`);
      return url;
    },
    { reason: "read-only", says: [/may not do that/, /owner of the schema/] },
  ],
  [
    "a schema with other tables",
    async () => {
      const { admin, user, url } = await makeLesserUser(server);
      await query(admin, `CREATE SCHEMA klartext AUTHORIZATION ${user}`);
      await query(url, "CREATE TABLE klartext.other (id integer)");
      return url;
    },
    { reason: "foreign", says: [/tables of something else/, /empty or not there/] },
  ],
  [
    "tables of a later version that leaves this one behind",
    async () => {
      const url = await makeDatabase(server);
      await (await openPostgresStore({ url })).close();
      await query(url, "UPDATE klartext.schema_version SET number = 9, oldest = 9");
      return url;
    },
    { reason: "newer", says: [/version 9/, /later version/] },
  ],
  [
    "a database that takes no changes",
    async () => {
      const url = await makeDatabase(server);
      return `${url}&options=-c%20default_transaction_read_only%3Don`;
    },
    { reason: "read-only", says: [/takes no changes/, /primary server/] },
  ],
];

describe("a store that cannot be opened says what, why and what to do, for", () => {
  it.each(refusals)("%s", async (_what, prepare, { reason, says }) => {
    const url = await prepare();
    const error: unknown = await openPostgresStore({ url }).then(
      (store) => store.close(),
      (failure: unknown) => failure,
    );
    expect(error).toBeInstanceOf(StoreError);
    const { message, reason: found } = error as StoreError;
    expect([found, message]).toEqual([reason, message]);
    expect(message).toMatch(
      /^The PostgreSQL store cannot be opened\.|^The tables|^The schema/,
    );
    for (const words of says) expect(message).toMatch(words);
    expect(message).not.toContain("wrong");
  });
});

describe("a store whose tables something else holds", () => {
  it("says so to all who wait, however many they are", async () => {
    const url = await makeDatabase(server);
    const store = await openPostgresStore({ url });
    onTestFinished(store.close);
    const holder = await connectAs(url);
    await holder.query("BEGIN; LOCK TABLE klartext.store IN ACCESS EXCLUSIVE MODE");
    const readings = await Promise.allSettled(Array.from({ length: 20 }, store.read));
    await holder.query("COMMIT");
    for (const reading of readings) {
      expect(reading.status === "rejected" && reading.reason).toBeInstanceOf(StoreError);
    }
    expect((await store.read()).purposes).toEqual({});
  });
});
