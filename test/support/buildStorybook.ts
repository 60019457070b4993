import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { type ServedFolder, serveFolder } from "./serveFolder.ts";

export interface BuiltStorybook extends ServedFolder {
  readonly folder: string;
}

const root = join(import.meta.dirname, "../..");

/** Builds Storybook into a folder of its own and serves it; closing removes it. */
export async function buildStorybook(): Promise<BuiltStorybook> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-storybook-"));
  const bin = join(root, "node_modules/.bin");
  await promisify(execFile)(
    "storybook",
    ["build", "--output-dir", folder, "--disable-telemetry", "--quiet"],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: "production",
        PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
      },
      shell: process.platform === "win32",
    },
  );
  const served = await serveFolder(folder);
  return {
    ...served,
    folder,
    close: async () => {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
