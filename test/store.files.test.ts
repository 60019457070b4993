import { execFileSync } from "node:child_process";
import { copyFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { StoreError } from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { count, open } from "./support/sqliteFolder.ts";
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
