import { appendFile, copyFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { NotAvailableHere } from "./notAvailableHere.ts";
import { copyUnchanged } from "./rpmDatabase.ts";
import { withTree } from "./testing/withTree.ts";

/** Copies files to which something is written meanwhile, so many times. */
async function copyWhileWritten(root: string, times: number): Promise<string> {
  const file = join(root, "from/rpmdb.sqlite");
  const folder = join(root, "to");
  await mkdir(folder);
  let left = times;
  await copyUnchanged([file], folder, async (source, target) => {
    await copyFile(source, target);
    if (left > 0) await appendFile(file, "+");
    left -= 1;
  });
  return readFile(join(folder, "rpmdb.sqlite"), "utf8");
}

describe("copyUnchanged", () => {
  const tree = { "/from/rpmdb.sqlite": "a" };

  test.each([
    [0, "a"],
    [1, "a+"],
    [2, "a++"],
  ])(
    "copies what is written to %i times meanwhile, at last whole",
    async (times, text) => {
      expect(await withTree(tree, (root) => copyWhileWritten(root, times))).toBe(text);
    },
  );

  test("gives up on what does not come to rest", async () => {
    const copy = withTree(tree, (root) => copyWhileWritten(root, 3));

    await expect(copy).rejects.toThrow(NotAvailableHere);
    await expect(copy).rejects.toThrow("Try again");
  });

  test("says that a file that is gone cannot be copied", async () => {
    const copy = withTree({}, (root) => copyUnchanged([join(root, "gone")], root));

    await expect(copy).rejects.toThrow(NotAvailableHere);
  });
});
