import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { inject } from "vitest";

const root = join(import.meta.dirname, "../..");

/**
 * Where hosts are built: outside of the repository, so that nothing they forgot to install
 * is found in the repository's own `node_modules`. It is kept from one run to the next.
 */
const workFolder = join(
  tmpdir(),
  `klartext-hosts-${createHash("sha256").update(root).digest("hex").slice(0, 12)}`,
);

/** Site generators report home unless they are told not to. */
const silence = {
  ASTRO_TELEMETRY_DISABLED: "1",
  NEXT_TELEMETRY_DISABLED: "1",
};

interface HostFiles {
  /** Other hosts whose files this one shares. */
  readonly over?: readonly string[];
  /** More files and folders: where each goes, and where it lies in this repository. */
  readonly files?: Readonly<Record<string, string>>;
}

interface HostOptions extends HostFiles {
  /** More of an environment for the `build` script. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Copies `test/hosts/<name>`, installs what its lock file pins and the packed package
 * beside it, runs its `build` script and returns the folder. What was installed is kept, and brought up to date the next time.
 *
 * @throws {Error} with everything that was printed when a step fails.
 */
export async function buildHost(
  name: string,
  { env = {}, ...files }: HostOptions = {},
): Promise<string> {
  const folder = await installHost(name, files, [inject("tarball")]);
  await step(`${name}: npm run build`, run(folder, "npm", ["run", "build"], env));
  return folder;
}

/** The same for a host without a build; the package is not installed beside it. */
export async function installHost(
  name: string,
  { over = [], files = {} }: HostFiles = {},
  packages: readonly string[] = [],
): Promise<string> {
  const folder = join(workFolder, name);
  await mkdir(folder, { recursive: true });
  await empty(folder);
  for (const layer of [...over, name]) {
    await cp(join(root, "test/hosts", layer), folder, { recursive: true });
  }
  for (const [to, from] of Object.entries(files)) {
    await cp(join(root, from), join(folder, to), { recursive: true });
  }

  await step(`${name}: npm install`, run(folder, "npm", [...install, ...packages]));
  return folder;
}

/** Says what takes its time, and how much it took. */
async function step(title: string, work: Promise<unknown>): Promise<void> {
  const start = performance.now();
  process.stdout.write(`${title} …\n`);
  await work;
  const seconds = (performance.now() - start) / 1000;
  process.stdout.write(`${title}: ${seconds.toFixed(1)} s\n`);
}

// Not `npm ci`: it refuses a lock that leaves out builds for other systems.
const install = [
  "install",
  "--no-save",
  "--prefer-offline",
  "--no-audit",
  "--no-fund",
  "--ignore-scripts",
] as const;

/** Runs a program in a folder, as in a shell of its own. */
export function run(
  folder: string,
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd: folder,
    env: hostEnvironment(env),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      printed += String(chunk);
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(printed);
      else
        reject(new Error(`${command} ${args.join(" ")} ended with ${code}:\n${printed}`));
    });
  });
}

/** This process's environment without what npm and Vitest put into it. */
export function hostEnvironment(
  env: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((folder) => !/node_modules[\\/]\.bin$/.test(folder));
  return {
    ...Object.fromEntries(own),
    PATH: [dirname(process.execPath), ...path].join(delimiter),
    ...silence,
    ...env,
  };
}

const foreign = /^(npm_|VITE|(NODE_ENV|TEST|MODE|DEV|PROD|SSR|BASE_URL)$)/;

async function empty(folder: string): Promise<void> {
  const names = await readdir(folder);
  await Promise.all(
    names
      .filter((name) => name !== "node_modules")
      .map((name) => rm(join(folder, name), { recursive: true, force: true })),
  );
}
