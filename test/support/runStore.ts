// An SQLite store in a process of its own; see storeProcess.ts.
import { openSqliteStore, StoreError } from "../../src/stores/sqlite/index.ts";

const tell = (answer: unknown) => process.send?.(answer);
process.once("disconnect", () => process.exit());
try {
  const killAt = Number(process.env.STORE_KILL_AT);
  let made = 0;
  const store = openSqliteStore({
    folder: process.env.STORE_FOLDER ?? "",
    uuid: () => {
      made += 1;
      if (made === killAt) process.kill(process.pid, "SIGKILL");
      return crypto.randomUUID();
    },
  });
  process.on("message", (asked) => {
    if (asked === "purge") {
      store.purge().then(tell, (error) => tell(String(error)));
      return;
    }
    store
      .change("reports", ({ state }) => ({
        result: Number(state) + 1,
        state: Number(state) + 1,
        append: [
          { id: crypto.randomUUID(), log: "decision", data: "x".repeat(Number(asked)) },
        ],
      }))
      .then(tell, (error) => tell(String(error)));
  });
  tell("open");
} catch (error) {
  tell(error instanceof StoreError ? `${error.reason}: ${error.message}` : String(error));
  process.disconnect();
}
