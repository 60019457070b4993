import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { declared, packageFolder, values, valuesOf } from "../support/packageEntries.ts";

describe("the entries for a server", () => {
  test.each(["panel", "panel/node", "panel/postgres", "panel/sqlite"])(
    "klartext/%s exports at run time what it declares, and can be imported",
    async (name) => {
      expect(await valuesOf(`./${name}`)).toEqual(values(declared(`./${name}`)));
    },
  );

  test("klartext/panel exports these", () => {
    expect(declared("./panel")).toMatchInlineSnapshot(`
      [
        "LaneTaken",
        "NotAvailableHere",
        "StoreError",
        "createMemoryStore",
        "createPanel",
        "type Change",
        "type Enqueued",
        "type Entry",
        "type Item",
        "type Log",
        "type MemoryStore",
        "type MemoryStoreOptions",
        "type Name",
        "type OpenSend",
        "type Panel",
        "type PanelOptions",
        "type PanelRequest",
        "type PanelStore",
        "type PayloadValue",
        "type Payloads",
        "type PurposeReading",
        "type SendingFacts",
        "type Snapshot",
        "type StoreErrorParts",
        "type StoreFailure",
        "type StoreReading",
        "type StoreRow",
        "type StoredEntry",
      ]
    `);
  });

  test("klartext/panel/node exports these", () => {
    expect(declared("./panel/node")).toMatchInlineSnapshot(`
      [
        "createNodeListener",
        "createSender",
        "type NodeListenerOptions",
        "type ProxySetting",
        "type Sender",
        "type SenderOptions",
      ]
    `);
  });

  test("klartext/panel/postgres exports these", () => {
    expect(declared("./panel/postgres")).toMatchInlineSnapshot(`
      [
        "StoreError",
        "openPostgresStore",
        "type PostgresStoreOptions",
        "type StoreFailure",
      ]
    `);
  });

  test("klartext/panel/sqlite exports these", () => {
    expect(declared("./panel/sqlite")).toMatchInlineSnapshot(`
      [
        "StoreError",
        "openSqliteStore",
        "type SqliteStoreOptions",
        "type StoreFailure",
      ]
    `);
  });

  test("load a driver and Node's modules in the entries for Node alone", () => {
    const files = globSync("dist/**/*.js", { cwd: packageFolder });
    const loading = (module: RegExp) =>
      files.filter((file) =>
        module.test(readFileSync(join(packageFolder, file), "utf8")),
      );
    const ofNode = /^dist\/(cli|sending|stores|panel\/(node|postgres|sqlite)\.js)/;

    expect(loading(/from "(better-sqlite3|pg)"/)).toEqual([]);
    expect(loading(/"(better-sqlite3|pg)@/).toSorted()).toEqual([
      "dist/stores/postgres/connection.js",
      "dist/stores/sqlite/requireDriver.js",
    ]);
    expect(loading(/from "node:/).filter((file) => !ofNode.test(file))).toEqual([]);
    expect(loading(/from "node:/)).not.toEqual([]);
  });
});
