import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import {
  openSqliteStore,
  type SqliteStoreOptions,
} from "../../src/stores/sqlite/index.ts";

/** Opens the store of a folder, until the test is over. */
export function open(folder: string, options: Omit<SqliteStoreOptions, "folder"> = {}) {
  const store = openSqliteStore({ folder, ...options });
  onTestFinished(store.close);
  return store;
}

/** Counts one more in the store, as a change. */
export function count(store: ReturnType<typeof open>): Promise<number> {
  return store.change("reports", ({ state }) => ({
    result: Number(state) + 1,
    state: Number(state) + 1,
  }));
}

/** The modes of a folder and its files, in octal. */
export function modesOf(folder: string): Record<string, string> {
  const names = [".", ...readdirSync(folder).toSorted()];
  return Object.fromEntries(
    names.map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
}

/** The bytes of every file of a folder. */
export function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}
