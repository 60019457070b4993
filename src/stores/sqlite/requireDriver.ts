import { createRequire } from "node:module";
import type BetterSqlite3 from "better-sqlite3";
import { requirePeer } from "../requirePeer.ts";

export type Driver = typeof BetterSqlite3;

/** @throws {StoreError} when better-sqlite3 is not installed. */
export function requireDriver(): Driver {
  return requirePeer<Driver>("SQLite", "better-sqlite3@13", () =>
    createRequire(import.meta.url)("better-sqlite3"),
  );
}
