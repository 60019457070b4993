import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { liveConfigPolicy } from "../src/policy/index.ts";
import { staticFiles } from "./staticFiles.ts";

/** Writes the built-in policy and the sheet of its pages into dist/static. */
const root = join(import.meta.dirname, "..");
const folder = join(root, "dist/static");

await mkdir(folder, { recursive: true });
await copyFile(join(root, "src/styles/policy.css"), join(folder, "policy.css"));
for (const [name, text] of await staticFiles(liveConfigPolicy())) {
  await writeFile(join(folder, name), text);
}
