import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { liveConfigPolicy } from "../src/policy/index.ts";
import { policySheet } from "./policySheet.ts";
import { staticFiles } from "./staticFiles.ts";

/** Writes the built-in policy and the sheet of its pages into dist/static. */
const folder = join(import.meta.dirname, "../dist/static");

await mkdir(folder, { recursive: true });
await writeFile(join(folder, "policy.css"), await policySheet());
for (const [name, text] of await staticFiles(liveConfigPolicy())) {
  await writeFile(join(folder, name), text);
}
