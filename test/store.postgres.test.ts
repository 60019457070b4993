import { afterAll, beforeAll, onTestFinished } from "vitest";
import { openPostgresStore } from "../src/stores/postgres/index.ts";
import { type PostgresServer, startPostgres } from "./support/postgresServer.ts";
import { describeStore } from "./support/storeConformance.ts";

let server: PostgresServer & { readonly remove: () => Promise<void> };
let opened = 0;

beforeAll(async () => {
  server = await startPostgres();
}, 60_000);
afterAll(() => server.remove());

describeStore("PostgreSQL", {
  erasure: "removed",
  open: async (surroundings) => {
    opened += 1;
    const options = { url: server.url, schema: `panel ${opened}`, ...surroundings };
    const open = async () => {
      const store = await openPostgresStore(options);
      onTestFinished(store.close);
      return store;
    };
    return { store: await open(), openReplica: open };
  },
});
