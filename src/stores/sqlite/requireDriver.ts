import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";
import { StoreError } from "../../panel/store/storeError.ts";

export type Driver = typeof BetterSqlite3;

/**
 * The driver, which a host installs beside the package if it wants this store.
 *
 * @throws {StoreError} when it is not installed.
 */
export function requireDriver(): Driver {
  try {
    return createRequire(import.meta.url)("better-sqlite3");
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw new StoreError({
      reason: "failed",
      what: "The SQLite store cannot be opened.",
      why: "The package better-sqlite3 is not installed.",
      remedy: "Install it beside klartext: npm install better-sqlite3@13",
      cause: error,
    });
  }
}

/** Something that the driver itself lacks is another matter, and keeps its own words. */
function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    Reflect.get(error, "code") === "MODULE_NOT_FOUND" &&
    error.message.startsWith("Cannot find module 'better-sqlite3'")
  );
}
