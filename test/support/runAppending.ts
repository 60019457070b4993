// A store in a process of its own that appends without a pause, and says each change that
// was acknowledged; see chain.kill.test.ts.
import { openPostgresStore } from "../../src/stores/postgres/index.ts";
import { openSqliteStore } from "../../src/stores/sqlite/index.ts";

process.once("disconnect", () => process.exit());
const { STORE_FOLDER: folder, POSTGRES_URL: url } = process.env;
const store = url
  ? await openPostgresStore({ url })
  : openSqliteStore({ folder: folder ?? "" });
process.send?.("open");
for (;;) {
  const id = crypto.randomUUID();
  await store.change(`purpose-${id.slice(0, 1)}`, () => ({
    result: undefined,
    append: [
      { id, log: "decision", data: { event: "granted" } },
      { id: crypto.randomUUID(), log: "transmission", data: null },
    ],
  }));
  process.send?.(id);
}
