import { execFileSync } from "node:child_process";
import { readdirSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openSqliteStore, StoreError } from "../src/stores/sqlite/index.ts";
import { makeFolder } from "./support/folder.ts";
import { startStore } from "./support/storeProcess.ts";

// Processes start slowly on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const inUse =
  /^in-use: The folder \S+ cannot be used\. Another panel uses it\. Stop that/;

it("A second process is refused at once, and the first goes on", async () => {
  const folder = await makeFolder();
  const first = await startStore(folder);
  expect(first.said).toBe("open");
  expect(await first.ask(1)).toBe(1);
  const before = snapshotOf(folder);

  const second = await startStore(folder);
  expect(second.said).toMatch(inUse);
  expect(snapshotOf(folder)).toEqual(before);
  expect(await first.ask(1)).toBe(2);
});

it("A folder is refused by every path that leads to it", async () => {
  const folder = await makeFolder();
  const first = await startStore(folder);
  expect(first.said).toBe("open");
  const other = await makeFolder();
  symlinkSync(folder, join(other, "link"));

  const paths = [
    join(other, "link"),
    `${folder}/../${folder.split("/").at(-1)}/`,
    `/proc/self/root${folder}`,
  ];
  const others = await Promise.all(paths.map((path) => startStore(path)));
  for (const { said } of others) expect(said).toMatch(inUse);
});

it("A second store in the same process is refused, and leaves the first its lock", async () => {
  const folder = await makeFolder();
  const store = open(folder);
  expect(() => open(folder)).toThrowError(StoreError);
  expect(() => open(folder)).toThrowError(/Another panel uses it/);

  expect((await startStore(folder)).said).toMatch(inUse);
  await store.close();
  expect((await startStore(folder)).said).toBe("open");
});

it("A process that was killed leaves the folder free, with all that it had kept", async () => {
  const folder = await makeFolder();
  const first = await startStore(folder);
  expect(await first.ask(1)).toBe(1);
  await first.kill();

  const second = await startStore(folder);
  expect(second.said).toBe("open");
  expect(await second.ask(1)).toBe(2);
});

it("A process that is stopped still has the folder", async () => {
  const folder = await makeFolder();
  const first = await startStore(folder);
  expect(first.said).toBe("open");
  first.child.kill("SIGSTOP");
  await expect.poll(() => stateOf(first.child.pid ?? 0)).toBe("T");

  expect((await startStore(folder)).said).toMatch(inUse);
  first.child.kill("SIGCONT");
  expect(await first.ask(1)).toBe(1);
});

it("A store that cannot be opened leaves the folder free", async () => {
  const folder = await makeFolder({ "panel.sqlite": "no database ".repeat(100) });
  expect(() => open(folder)).toThrowError(/The file is no SQLite database/);
  execFileSync("rm", [join(folder, "panel.sqlite")]);
  expect((await startStore(folder)).said).toBe("open");
});

function open(folder: string) {
  const store = openSqliteStore({ folder });
  onTestFinished(store.close);
  return store;
}

/** What a program that only looks can see of a folder. */
function snapshotOf(folder: string) {
  const names = [".", ...readdirSync(folder)];
  return names.map((name) => {
    const { mode, size, mtimeMs } = statSync(join(folder, name));
    return { name, mode, size, mtimeMs };
  });
}

/** How the kernel says a process is: `T` for one that is stopped (proc(5)). */
function stateOf(pid: number): string {
  return execFileSync("ps", ["-o", "stat=", "-p", String(pid)], {
    encoding: "utf8",
  }).slice(0, 1);
}
