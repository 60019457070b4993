import { chmod, mkdir, readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { startTestPanel } from "../../test/support/startTestPanel.ts";
import { openStore, vanish } from "./database.ts";

async function modeOf(folder: string): Promise<string> {
  return ((await stat(folder)).mode & 0o777).toString(8);
}

describe("the folder of the store", () => {
  test("is open to nobody else", async () => {
    const { dataFolder } = await startTestPanel();

    expect(await modeOf(dataFolder)).toBe("700");
  });

  test("is closed to others if it was there and open", async () => {
    const { dataFolder } = await startTestPanel();
    const folder = join(dirname(dataFolder), "older");
    await mkdir(folder);
    await chmod(folder, 0o755);
    openStore(folder).close();

    expect(await modeOf(folder)).toBe("700");
  });

  test("is made with the folders above it", async () => {
    const { dataFolder } = await startTestPanel();
    const folder = join(dirname(dataFolder), "a/b");
    openStore(folder).close();

    expect(await modeOf(folder)).toBe("700");
  });
});

describe("vanish", () => {
  test("leaves nothing of what was deleted in any file", async () => {
    const { dataFolder } = await startTestPanel();
    const folder = join(dirname(dataFolder), "own");
    const store = openStore(folder);
    const marker = "8c0f6c1e-3f52-4f6e-9d0a-2b1c3d4e5f60";
    const occurs = async () => {
      const names = await readdir(folder);
      const files = names.map((name) => readFile(join(folder, name), "latin1"));
      return (await Promise.all(files)).join("").includes(marker);
    };
    for (const key of ["a", "b", "c"]) {
      store.prepare("INSERT INTO session VALUES (?, ?)").run(key, marker);
    }
    vanish(store);
    const before = await occurs();
    store.prepare("DELETE FROM session").run();
    vanish(store);
    const after = await occurs();
    store.close();

    expect([before, after]).toEqual([true, false]);
  });

  test("leaves an empty write-ahead log", async () => {
    const { dataFolder } = await startTestPanel();
    const folder = join(dirname(dataFolder), "own");
    const store = openStore(folder);
    store.prepare("INSERT INTO session VALUES ('token', 'admin')").run();
    const log = join(folder, "panel.sqlite-wal");
    const before = (await stat(log)).size;
    vanish(store);
    const after = (await stat(log)).size;
    store.close();

    expect(before).toBeGreaterThan(0);
    expect(after).toBe(0);
  });
});
