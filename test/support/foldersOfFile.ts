import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll } from "vitest";

/**
 * Makes folders with files in them, one for each of the tests that run beside each other; they
 * go after the last one of the file that calls this.
 */
export function foldersOfFile() {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "klartext-start-"));
  });
  afterAll(() => rm(root, { recursive: true }));

  return async (files: Readonly<Record<string, string>> = {}): Promise<string> => {
    const folder = await mkdtemp(join(root, "test-"));
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    return folder;
  };
}
