import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createMemoryStore } from "../src/panel/store/memoryStore.ts";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { describeStore } from "./support/storeConformance.ts";

describeStore("memory", {
  open: async (surroundings) => ({ store: createMemoryStore(surroundings) }),
});

describeStore("SQLite", {
  erasure: "overwritten",
  open: async (surroundings) => {
    const folder = join(await makeFolder(), "data");
    const store = openSqliteStore({ folder, ...surroundings });
    onTestFinished(store.close);
    return { store };
  },
});
