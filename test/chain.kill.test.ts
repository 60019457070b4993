import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PanelStore } from "../src/panel/store/panelStore.ts";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { makeDatabase } from "./support/databases.ts";
import { makeFolder } from "./support/folder.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { createRandom } from "./support/random.ts";
import { expectWholeChain } from "./support/storeChain.ts";
import { startProcess } from "./support/storeProcess.ts";

const kills = process.env.KLARTEXT_DEEP === "1" ? 200 : 3;
const seed = Number(process.env.CHAIN_SEED ?? Date.now() % 1_000_000);
const timeout = 10_000 * kills + 60_000;

let server: PostgresServer & { readonly remove: () => Promise<void> };

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

/** Appends in a process that is killed at a random moment, over and over; then looks. */
async function killOften(
  env: Readonly<Record<string, string>>,
  open: () => PanelStore | Promise<PanelStore>,
): Promise<void> {
  const random = createRandom(seed);
  const acknowledged = new Set<string>();
  for (let time = 0; time < kills; time += 1) {
    const { child, kill } = await startProcess("test/support/runAppending.ts", env);
    child.on("message", (id) => acknowledged.add(String(id)));
    // Every second one has appended something, however slow the machine is.
    if (time % 2 === 1) await once(child, "message");
    await wait(random.below(60));
    await kill();
  }
  const store = await open();
  const ids = new Set<string>();
  let count = 0;
  for (let after = 0; ; ) {
    const events = await store.events(after, Number.MAX_SAFE_INTEGER, 1_000);
    const last = events.at(-1);
    if (!last) break;
    after = last.number;
    count += events.length;
    for (const { id } of events) ids.add(id);
  }
  expect([...acknowledged].filter((id) => !ids.has(id))).toEqual([]);
  expect(acknowledged.size).toBeGreaterThan(0);
  await expectWholeChain(store, count);
  await store.close();
}

describe(`the chain, while its process is killed ${kills} times (CHAIN_SEED=${seed})`, () => {
  test("agrees with the events over SQLite", { timeout }, async () => {
    const folder = await makeFolder();

    await killOften({ STORE_FOLDER: folder, POSTGRES_URL: "" }, () =>
      openSqliteStore({ folder }),
    );
  });

  test("agrees with the events over PostgreSQL", { timeout }, async () => {
    const url = await makeDatabase(server);

    await killOften({ POSTGRES_URL: url }, () => openPostgresStore({ url }));
  });
});
