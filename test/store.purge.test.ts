import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openSqliteStore } from "../src/stores/sqlite/index.ts";
import { filesWith, makeFolder } from "./support/folder.ts";
import { startProcess, startStore } from "./support/storeProcess.ts";
import { bytesOf, entryOf, itemOf, uuidOf } from "./support/storeSubject.ts";

vi.setConfig({ testTimeout: 60_000 });

const uuid = "0f8fad5b-d9cb-469f-a165-70867728950e";

it("A UUID is in no file once it was forgotten, dropped and replaced everywhere", async () => {
  const folder = join(await makeFolder(), "data");
  const store = open(folder);
  await hold(store);
  expect(await filesWith(folder, uuid)).not.toEqual([]);
  await letGo(store);
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).toEqual([]);
});

it("A reader of an older moment keeps it, which is said, until it has ended", async () => {
  const folder = join(await makeFolder(), "data");
  const store = open(folder);
  await hold(store);
  const reader = await startProcess("test/support/runReader.ts", {
    DATABASE: join(folder, "panel.sqlite"),
  });
  expect(reader.said).toBe("reads");

  await letGo(store);
  expect(await store.purge()).toBe(false);
  expect(await store.purge()).toBe(false);
  expect(await filesWith(folder, uuid)).not.toEqual([]);

  expect(await reader.ask("end")).toBe("ended");
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).toEqual([]);
});

it("A disk without room for it lets the store go on, and it stays owed", async () => {
  const folder = await makeFolder();
  const { child, ask } = await startStore(folder);
  const limit = (bytes: string) =>
    execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${bytes}:unlimited`]);
  for (let index = 1; index <= 4; index += 1) expect(await ask(600_000)).toBe(index);
  expect(await ask("purge")).toBe(true);
  expect(await ask(1)).toBe(5);
  // The second copy goes through the log, where each page has a header too.
  limit(String(statSync(join(folder, "panel.sqlite")).size + 4096));
  expect(await ask("purge")).toBe(false);
  expect(await ask(1)).toBe(6);
  limit("unlimited");
  expect(await ask("purge")).toBe(true);
});

it("What is owed outlives a process that ends before it", async () => {
  const folder = join(await makeFolder(), "data");
  const first = open(folder);
  await hold(first);
  await letGo(first);
  await first.close();

  const second = open(folder);
  expect(await second.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).toEqual([]);
});

it.each([
  ["a state is replaced", { state: "new" }],
  ["an item is dropped", { drop: ["item"] }],
  ["an item's data are replaced", { put: [itemOf("item", { data: "new" })] }],
  ["a send of its lane ends", { end: ["send"] }],
  ["bytes are forgotten", { forget: [uuid] }],
])("It is owed as soon as %s", async (_, change) => {
  const folder = join(await makeFolder(), "data");
  const store = open(folder);
  await store.change("reports", () => ({
    result: undefined,
    state: "state" in change ? uuid : 1,
    put: [
      itemOf("item", {
        data: "put" in change ? uuid : 1,
        bytes: bytesOf("drop" in change ? uuid : "1"),
      }),
    ],
    begin: {
      item: "item",
      lane: "end" in change ? uuid : "lane",
      entry: entryOf("send", {
        log: "transmission",
        ...("forget" in change && { uuid, bytes: bytesOf(uuid) }),
      }),
    },
  }));
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).not.toEqual([]);

  await store.change("reports", () => ({ result: undefined, ...change }));
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).toEqual([]);
});

it("It is gone from pages too that SQLite had moved its rows away from", async () => {
  const folder = join(await makeFolder(), "data");
  const store = open(folder);
  const next = chance(20);
  for (let index = 0; index < 60; index += 1) {
    await store.change(`purpose ${next(8)}`, () => ({
      result: undefined,
      state: (next(2) ? uuid : "") + "k".repeat(next(1500)),
      append: [
        entryOf(`${index}`, {
          ...(next(2) && { uuid }),
          bytes: bytesOf("q".repeat(next(900))),
        }),
      ],
    }));
  }
  for (const purpose of Object.keys((await store.read()).purposes)) {
    await store.change(purpose, ({ state }) => ({
      result: undefined,
      state: String(state).replace(uuid, ""),
      forget: [uuid],
    }));
  }
  expect(await store.purge()).toBe(true);
  expect(await filesWith(folder, uuid)).toEqual([]);
});

it("A name that was erased is in no file either", async () => {
  const folder = join(await makeFolder(), "data");
  const store = open(folder);
  const by = { id: "person-4711", name: "Erika Mustermann", salt: "salt-0815" };
  await store.change("reports", () => ({
    result: undefined,
    append: [entryOf("1", { by })],
    decidedBy: "1",
  }));
  await store.purge();
  await store.eraseName(by.id);
  expect(await store.purge()).toBe(true);
  for (const text of Object.values(by)) expect(await filesWith(folder, text)).toEqual([]);
});

function open(folder: string) {
  const store = openSqliteStore({ folder });
  onTestFinished(store.close);
  return store;
}

type Store = ReturnType<typeof open>;

/** Lets a UUID lie in all places where one can, among much that moves in the file. */
async function hold(store: Store): Promise<void> {
  for (let index = 0; index < 40; index += 1) {
    await store.change("reports", () => ({
      result: undefined,
      state: { pseudonym: uuid, index },
      append: [
        entryOf(uuidOf(index), {
          uuid: index % 2 ? uuid : uuidOf(999),
          bytes: bytesOf(`${index % 2 ? uuid : ""} ${"x".repeat(index * 50)}`),
        }),
      ],
      put: [itemOf(`item-${index}`, { uuid, data: { of: uuid }, bytes: bytesOf(uuid) })],
      drop: [`item-${index - 3}`],
    }));
  }
  await store.change("reports", () => ({
    result: undefined,
    begin: {
      item: "item-39",
      lane: uuid,
      entry: entryOf("send", { log: "transmission" }),
    },
  }));
}

function letGo(store: Store): Promise<void> {
  return store.change("reports", ({ items }) => ({
    result: undefined,
    state: null,
    drop: items.map(({ id }) => id),
    end: ["send"],
    forget: [uuid],
  }));
}

/** Always the same chance: numbers below `most` (Park and Miller's generator). */
function chance(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
}
