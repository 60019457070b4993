import { execFileSync } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import {
  openSqliteStore,
  type SqliteStoreOptions,
  StoreError,
} from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { expectWholeChain } from "./support/storeChain.ts";
import { startStore } from "./support/storeProcess.ts";
import { entryOf, itemOf, uuidOf } from "./support/storeSubject.ts";

vi.setConfig({ testTimeout: 60_000 });

describe("while the panel runs", () => {
  const losses: Readonly<Record<string, (folder: string) => void>> = {
    "the folder is deleted": (folder) => rmSync(folder, { recursive: true }),
    "the database is deleted": (folder) => rmSync(join(folder, "panel.sqlite")),
    "its write-ahead log is deleted": (folder) =>
      rmSync(join(folder, "panel.sqlite-wal")),
    "the lock is deleted": (folder) => rmSync(join(folder, "panel.lock")),
    "the database is replaced by a copy": (folder) => {
      copyFileSync(join(folder, "panel.sqlite"), join(folder, "copy"));
      renameSync(join(folder, "copy"), join(folder, "panel.sqlite"));
    },
    "another panel's folder lies at its path": (folder) => {
      renameSync(folder, `${folder}.moved`);
      open(folder);
    },
  };

  it.each(Object.entries(losses))(
    "%s: nothing is acknowledged or told",
    async (_, lose) => {
      const folder = join(await makeFolder(), "data");
      const store = open(folder);
      await count(store);
      const told: unknown[] = [];
      store.watch((purpose) => told.push(purpose));
      lose(folder);

      const lost =
        /Nothing was kept in \S+\. \S+ was deleted or replaced while the panel ran\. Stop/;
      await expect(count(store)).rejects.toThrow(lost);
      await expect(count(store)).rejects.toMatchObject({
        name: "StoreError",
        reason: "replaced",
      });
      await expect(store.keepText("digest", "Text")).rejects.toThrow(StoreError);
      await expect(store.eraseName("admin")).rejects.toThrow(StoreError);
      await expect(store.beginEpoch()).rejects.toThrow(StoreError);
      await expect(store.purge()).rejects.toThrow(StoreError);
      await expect(store.read()).rejects.toThrow(/was not read/);
      await expect(store.page("decision", 1)).rejects.toThrow(StoreError);
      await expect(store.find("decision", "1")).rejects.toThrow(StoreError);
      await expect(store.text("digest")).rejects.toThrow(StoreError);
      expect(told).toEqual([]);
    },
  );

  it.each(Object.entries(losses))(
    "%s in the middle of a change: so too",
    async (_, lose) => {
      const folder = join(await makeFolder(), "data");
      const store = open(folder);
      const told: unknown[] = [];
      store.watch((purpose) => told.push(purpose));
      const change = store.change("reports", () => {
        lose(folder);
        return { result: undefined, state: 1 };
      });
      await expect(change).rejects.toMatchObject({ reason: "replaced" });
      expect(told).toEqual([]);
    },
  );

  it("a folder that was moved and put back is the same store again", async () => {
    const folder = join(await makeFolder(), "data");
    const store = open(folder);
    await count(store);
    renameSync(folder, `${folder}.moved`);
    await expect(count(store)).rejects.toThrow(StoreError);
    renameSync(`${folder}.moved`, folder);
    expect(await count(store)).toBe(2);
  });

  it("a full disk takes no change, says so, and the next fits when there is room", async () => {
    const { child, ask } = await startStore(await makeFolder());
    const limit = (bytes: string) =>
      execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${bytes}:unlimited`]);
    expect(await ask(1)).toBe(1);
    limit("1000000");
    expect(await ask(5_000_000)).toMatch(
      /^StoreError: Nothing was kept in \S+\. The disk/,
    );
    expect(await ask(5_000_000)).toMatch(
      /^StoreError: Nothing was kept in \S+\. The disk/,
    );
    limit("unlimited");
    expect(await ask(5_000_000)).toBe(2);
  });
});

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

describe("a folder of version 1", () => {
  it("brings what it holds into the chain, marked", async () => {
    const folder = join(await makeFolder(), "data");
    const first = open(folder);
    await first.change("reports", () => ({
      result: undefined,
      append: [
        entryOf("1", { by: { id: "admin", name: "A", salt: "s" } }),
        entryOf("2", { log: "transmission" }),
        entryOf("3", { log: "transmission", ends: "2" }),
      ],
    }));
    await first.close();
    const database = new Database(join(folder, "panel.sqlite"));
    database.exec("DROP TABLE event; UPDATE store SET number = NULL, head = NULL");
    database.pragma("user_version = 1");
    database.close();

    const store = open(folder);
    await expectWholeChain(store, 3);
    await store.change("reports", () => ({ result: undefined, append: [entryOf("4")] }));
    await expectWholeChain(store, 4);
    const events = await store.events(0, 9, 9);
    expect(events.map(({ migrated, name }) => [migrated, name !== null])).toEqual([
      [true, true],
      [true, false],
      [true, false],
      [false, false],
    ]);
  });
});

describe("over restarts", () => {
  it("all is kept, and what was being sent has lost its owner", async () => {
    const folder = join(await makeFolder(), "data");
    const first = open(folder);
    await first.change("reports", () => ({
      result: undefined,
      state: { is: "kept" },
      put: [itemOf("item", { uuid: uuidOf(1) })],
      append: [entryOf("1", { by: { id: "admin", name: "A", salt: "s" } })],
      decidedBy: "1",
      begin: { item: "item", lane: "lane", entry: entryOf("2", { log: "transmission" }) },
    }));
    await first.keepText("digest", "Text");
    const { now: _, ...before } = await first.read();
    await first.close();

    const second = open(folder);
    const { now: __, ...after } = await second.read();
    const lost = before.purposes.reports?.open.map((send) => ({
      ...send,
      ownerLives: false,
    }));
    expect(after).toEqual({
      ...before,
      purposes: { reports: { ...before.purposes.reports, open: lost } },
    });
    expect(lost).toHaveLength(1);
    expect(await second.text("digest")).toBe("Text");
  });

  it("a new epoch begins when it is asked for, once", async () => {
    const folder = join(await makeFolder(), "data");
    const uuid = (
      (made) => () =>
        uuidOf(++made)
    )(0);
    const first = open(folder, { uuid });
    await count(first);
    await first.close();
    const restored = open(folder, { uuid, newEpoch: true });
    expect((await restored.read()).store).toMatchObject({ epoch: uuidOf(2), counter: 0 });
    await restored.close();
    expect((await open(folder, { uuid }).read()).store.epoch).toBe(uuidOf(2));
  });

  it("a closed store does nothing, and says so", async () => {
    const store = open(join(await makeFolder(), "data"));
    await store.close();
    await expect(count(store)).rejects.toMatchObject({ reason: "closed" });
    await expect(store.read()).rejects.toMatchObject({ reason: "closed" });
    await expect(store.purge()).rejects.toMatchObject({ reason: "closed" });
  });

  it.each([
    "DELETE FROM entry",
    "UPDATE entry SET data = '1'",
    "UPDATE entry SET purpose = 'other'",
    "UPDATE entry SET number = 7",
    "UPDATE entry SET bytes = x'00'",
    "UPDATE entry SET uuid = 'other'",
  ])("the database itself refuses: %s", async (sql) => {
    const folder = join(await makeFolder(), "data");
    const store = open(folder);
    await store.change("reports", () => ({ result: undefined, append: [entryOf("1")] }));
    await store.close();
    const database = new Database(join(folder, "panel.sqlite"));
    onTestFinished(() => void database.close());
    expect(() => database.exec(sql)).toThrow("The log is append-only.");
  });
});

function open(folder: string, options: Omit<SqliteStoreOptions, "folder"> = {}) {
  const store = openSqliteStore({ folder, ...options });
  onTestFinished(store.close);
  return store;
}

function count(store: ReturnType<typeof open>): Promise<number> {
  return store.change("reports", ({ state }) => ({
    result: Number(state) + 1,
    state: Number(state) + 1,
  }));
}

function modesOf(folder: string): Record<string, string> {
  const names = [".", ...readdirSync(folder).toSorted()];
  return Object.fromEntries(
    names.map((name) => [name, (statSync(join(folder, name)).mode & 0o777).toString(8)]),
  );
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "latin1")]),
  );
}
