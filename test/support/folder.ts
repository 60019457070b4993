import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import type { FileTree } from "./startTestPanel.ts";

/** A folder that goes when the test is over, with these files in it. */
export async function makeFolder(files: FileTree = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The names of the files below a folder whose raw bytes hold a text. */
export async function filesWith(folder: string, text: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const held = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const content = await readFile(join(parentPath, name)).catch(() => "");
        return content.includes(text) ? [name] : [];
      }),
  );
  return held.flat();
}
