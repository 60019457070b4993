import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StoreError } from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { count, filesOf, modesOf, open } from "./support/sqliteFolder.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("at the start", () => {
  it("folder and files are for their own user alone", async () => {
    const before = process.umask(0);
    onTestFinished(() => void process.umask(before));
    const folder = join(await makeFolder(), "data", "deep");
    await count(open(folder));
    expect(modesOf(folder)).toEqual({
      ".": "700",
      "panel.lock": "600",
      "panel.sqlite": "600",
      "panel.sqlite-shm": "600",
      "panel.sqlite-wal": "600",
    });
  });

  it("files that others could read are closed to them", async () => {
    const folder = join(await makeFolder(), "data");
    await open(folder).close();
    chmodSync(folder, 0o755);
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o644);
    await count(open(folder));
    expect(new Set(Object.values(modesOf(folder)))).toEqual(new Set(["700", "600"]));
  });

  it("a folder that holds other things keeps its mode", async () => {
    const folder = await makeFolder({ "other.txt": "" });
    chmodSync(folder, 0o750);
    open(folder);
    expect(modesOf(folder)["."]).toBe("750");
  });

  it("a later version's folder is refused as it is, with both versions named", async () => {
    const folder = join(await makeFolder(), "data");
    await open(folder).close();
    const path = join(folder, "panel.sqlite");
    const database = new Database(path);
    database.pragma("user_version = 12");
    database.close();
    chmodSync(folder, 0o755);
    const before = filesOf(folder);

    expect(() => open(folder)).toThrowError(
      /cannot be used\. Its schema has version 12, and this panel knows version 2\. Start the later version/,
    );
    expect(filesOf(folder)).toEqual(before);
    expect(modesOf(folder)["."]).toBe("755");
  });

  it("so is one whose version is in the write-ahead log of a killed process", async () => {
    const folder = join(await makeFolder(), "data");
    await open(folder).close();
    const writing = new Database(join(folder, "panel.sqlite"));
    onTestFinished(() => void writing.close());
    writing.pragma("user_version = 3");
    const left = join(await makeFolder(), "left");
    cpSync(folder, left, { recursive: true });
    rmSync(join(left, "panel.sqlite-shm"));
    const before = filesOf(left);

    expect(() => open(left)).toThrowError(/Its schema has version 3, and this panel/);
    const { "panel.sqlite-shm": _, ...after } = filesOf(left);
    expect(after).toEqual(before);
  });

  it("another program's database is refused as it is", async () => {
    const folder = await makeFolder();
    const path = join(folder, "panel.sqlite");
    const database = new Database(path);
    database.pragma("journal_mode = WAL");
    database.exec("CREATE TABLE theirs (a)");
    database.close();
    const before = filesOf(folder);
    expect(() => open(folder)).toThrowError(/The database in it is not a panel's\. Give/);
    expect(filesOf(folder)).toEqual({ ...before, "panel.lock": "" });
  });

  it("a file in the folder's place is named", async () => {
    const path = join(await makeFolder(), "file");
    writeFileSync(path, "");
    expect(() => open(path)).toThrowError(/There is a file where the folder should be/);
    expect(() => open(join(path, "data"))).toThrowError(/There is a file where/);
  });

  it("a database that is a folder cannot be opened", async () => {
    const folder = await makeFolder();
    mkdirSync(join(folder, "panel.sqlite"));
    expect(() => open(folder)).toThrowError(StoreError);
  });
});
