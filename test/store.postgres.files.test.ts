import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { connectAs, query } from "./support/databases.ts";
import { filesWith } from "./support/folder.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { bytesOf, entryOf, itemOf, uuidOf } from "./support/storeSubject.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };
let opened = 0;

beforeAll(async () => {
  server = await startPostgres();
  // It then writes its log into a file below its folder.
  await query(server.url, "ALTER SYSTEM SET logging_collector = on");
  await server.restart();
}, 60_000);
afterAll(() => server.remove());

/** A store that holds a UUID and a name wherever it can. */
async function openFilled() {
  opened += 1;
  const schema = `filled_${opened}`;
  const store = await openPostgresStore({ url: server.url, schema });
  onTestFinished(store.close);
  const admin = await connectAs(server.url);
  const uuid = crypto.randomUUID();
  const name = `Ada ${crypto.randomUUID()}`;
  const by = { id: "ada", name, salt: "salt" };
  const bytes = bytesOf(`{"id":"${uuid}"}`);
  await store.change("reports", () => ({
    result: undefined,
    state: { pseudonym: uuid },
    append: [entryOf(uuidOf(1), { by })],
    decidedBy: uuidOf(1),
    put: [itemOf("item", { uuid, bytes })],
    begin: {
      ...{ item: "item", lane: uuid },
      entry: entryOf(uuidOf(2), { log: "transmission", uuid, bytes }),
    },
  }));
  return {
    ...{ schema, store, admin, uuid, name },
    /** What a deletion takes away. */
    forget: () =>
      store.change("reports", () => ({
        result: undefined,
        state: { pseudonym: null },
        drop: ["item"],
        end: [uuidOf(2)],
        forget: [uuid],
      })),
  };
}

/** Files of the server whose raw bytes hold a text, but for its log of changes, which ages. */
async function filesThatHold(text: string): Promise<readonly string[]> {
  const entries = await readdir(server.folder, { withFileTypes: true });
  const folders = entries.filter(
    (entry) => entry.isDirectory() && entry.name !== "pg_wal",
  );
  const held = await Promise.all(
    folders.map(({ name }) => filesWith(join(server.folder, name), text)),
  );
  return held.flat();
}

describe("the files of the server", () => {
  it("hold no UUID and no name any more once they are purged", async () => {
    const { store, admin, uuid, name, forget } = await openFilled();
    await admin.query("ANALYZE");
    await admin.query("CHECKPOINT");
    expect(await filesThatHold(uuid)).not.toEqual([]);
    expect(await filesThatHold(name)).not.toEqual([]);

    await forget();
    await store.eraseName("ada");
    await expect.poll(store.purge, { timeout: 10_000 }).toBe(true);
    await admin.query("ANALYZE");
    await admin.query("CHECKPOINT");
    expect(await filesThatHold(uuid)).toEqual([]);
    expect(await filesThatHold(name)).toEqual([]);
  });

  it("are not called purged while an older moment is read", async () => {
    const { store, admin, uuid, forget } = await openFilled();
    await admin.query("BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT 1");
    await forget();
    expect(await store.purge()).toBe(false);
    expect(await store.purge()).toBe(false);

    await admin.query("COMMIT");
    await expect.poll(store.purge, { timeout: 10_000 }).toBe(true);
    await admin.query("CHECKPOINT");
    expect(await filesThatHold(uuid)).toEqual([]);
  });

  it("are purged for all who ask at once, none of whom is in another's way", async () => {
    const { schema, store, forget } = await openFilled();
    const other = await openPostgresStore({ url: server.url, schema });
    onTestFinished(other.close);
    await forget();
    const stores = [store, other, store, other, store, other];
    const purged = await Promise.all(stores.map(({ purge }) => purge()));
    expect(purged).toEqual(stores.map(() => true));
  });

  it("are not told a UUID when its lane is taken, in the server's log either", async () => {
    const { store, admin, uuid, forget } = await openFilled();
    const again = store.change("reports", () => ({
      result: undefined,
      begin: {
        ...{ item: "item", lane: uuid },
        entry: entryOf(uuidOf(3), { log: "transmission", uuid }),
      },
    }));
    await expect(again).rejects.toThrow();
    await forget();
    await expect.poll(store.purge, { timeout: 10_000 }).toBe(true);
    await admin.query("CHECKPOINT");
    expect(await filesThatHold(uuid)).toEqual([]);
  });
});

describe("the entries of the logs", () => {
  it("cannot be removed, emptied or rewritten", async () => {
    const { admin, schema } = await openFilled();
    for (const sql of [
      `DELETE FROM ${schema}.entry`,
      `TRUNCATE ${schema}.entry`,
      `UPDATE ${schema}.entry SET data = '{}'`,
      `UPDATE ${schema}.entry SET id = id || '1'`,
      `UPDATE ${schema}.entry SET bytes = 'other'`,
    ]) {
      await expect(admin.query(sql), sql).rejects.toThrow("The log is append-only.");
    }
  });
});
