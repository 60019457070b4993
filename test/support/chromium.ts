import { execFile } from "node:child_process";
import {
  access,
  constants,
  mkdir,
  mkdtemp,
  readFile,
  rename,
  rm,
} from "node:fs/promises";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

/** What Playwright and Vitest need to start the test browser. */
export interface ChromiumLaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

interface Installation {
  executablePath: string;
  /** Libraries and fonts that the browser should not look for on the machine. */
  env: Record<string, string>;
}

const root = join(import.meta.dirname, "../..");

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
  "--force-color-profile=srgb",
  "--hide-scrollbars",
];

/**
 * The Chromium to test in: `CHROMIUM_PATH`, then the one from npm (Linux on x64), then the
 * system's `chromium`, then the one that Playwright downloads.
 */
export async function chromiumPath(): Promise<string> {
  return (await installation()).executablePath;
}

/** Launch options for `chromium.launch()`, the same for every kind of test. */
export async function chromiumLaunchOptions(): Promise<ChromiumLaunchOptions> {
  const { executablePath, env } = await installation();
  return { executablePath, args: [...args], env: { ...ownEnvironment(), ...env } };
}

let found: Promise<Installation> | undefined;

function installation(): Promise<Installation> {
  found ??= findInstallation();
  return found;
}

async function findInstallation(): Promise<Installation> {
  const named = process.env.CHROMIUM_PATH;
  if (named) return { executablePath: named, env: {} };
  if (process.platform === "linux" && process.arch === "x64") return unpacked();

  const candidates = [
    ...(process.env.PATH ?? "")
      .split(delimiter)
      .map((folder) => join(folder, "chromium")),
    chromium.executablePath(),
  ];
  for (const executablePath of candidates) {
    if (await isExecutable(executablePath)) return { executablePath, env: {} };
  }
  throw new Error(
    "No Chromium to test in. Set CHROMIUM_PATH, install the package `chromium`, " +
      "or run `npx playwright install chromium`.",
  );
}

async function unpacked(): Promise<Installation> {
  const manifest = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const cache = join(root, "node_modules/.cache");
  const folder = join(cache, `chromium-${version}`);
  const executablePath = join(folder, "chromium");

  if (!(await isExecutable(executablePath))) {
    await mkdir(cache, { recursive: true });
    const beside = await mkdtemp(`${folder}-`);
    try {
      await unpackInto(beside);
      await rename(beside, folder);
    } catch (error) {
      await rm(beside, { recursive: true, force: true });
      // Another process that started at the same moment may have been first.
      if (!(await isExecutable(executablePath))) throw error;
    }
  }
  return {
    executablePath,
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_FILE: join(import.meta.dirname, "fonts.conf"),
      XDG_CACHE_HOME: folder,
      XDG_DATA_HOME: folder,
    },
  };
}

/**
 * The package unpacks to the temporary folder and trusts whatever already lies there. In a
 * process of its own that folder can be another one without changing it for the caller.
 */
async function unpackInto(folder: string): Promise<void> {
  const script = `
    import chromium, { inflate } from "@sparticuz/chromium";
    import { fileURLToPath } from "node:url";
    const entry = import.meta.resolve("@sparticuz/chromium");
    await chromium.executablePath();
    await inflate(fileURLToPath(new URL("../bin/al2023.tar.br", entry)));
  `;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
  });
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
