import { spawn } from "node:child_process";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { delimiter, join, resolve } from "node:path";
import { missingStories } from "./site/missingStories.ts";

/**
 * Builds the site into `site/dist`: the documentation, the live page and, in `storybook/`,
 * Storybook. `KLARTEXT_SITE_BASE` is the path under which a host will serve it, `/` without;
 * `KLARTEXT_SITE_FOLDER` another folder, which is made, or is empty.
 */
const root = join(import.meta.dirname, "..");
const own = join(root, "site/dist");
const folder = resolve(process.env.KLARTEXT_SITE_FOLDER ?? own);

if (folder === own) await rm(own, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
if ((await readdir(folder)).length > 0) {
  throw new Error(
    `KLARTEXT_SITE_FOLDER is ${folder}, which is not empty. Its files would be lost: name another folder.`,
  );
}
await run("astro", ["build"], join(root, "site"));
await run(
  "storybook",
  [
    "build",
    "--output-dir",
    join(folder, "storybook"),
    "--disable-telemetry",
    "--loglevel",
    "warn",
  ],
  root,
);
const states = await readFile(join(folder, "states/index.html"), "utf8");
const index = JSON.parse(await readFile(join(folder, "storybook/index.json"), "utf8"));
const missing = missingStories(states, index.entries);
if (missing.length > 0) {
  throw new Error(
    `docs/states.md names stories that there are not: ${missing.join(", ")}. Write it anew: npx vitest run --project panel test/states.test.ts --update`,
  );
}
console.log(`The site is in ${folder}`);

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(command, args, {
    cwd,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: "1",
      KLARTEXT_IN_SITE: "1",
      KLARTEXT_SITE_FOLDER: folder,
      NODE_ENV: "production",
      PATH: `${join(root, "node_modules/.bin")}${delimiter}${process.env.PATH ?? ""}`,
    },
  });
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  if (code !== 0) throw new Error(`${command} ${args[0]} ended with ${code}.`);
}
