import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";
import { fontEnvironment } from "./fontEnvironment.ts";
import { unpackChromium } from "./unpackChromium.ts";

/** What Playwright and Vitest need to start the test browser. */
interface ChromiumLaunchOptions {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

interface Installation {
  executablePath: string;
  /** Libraries that the browser should not look for on the machine. */
  env: Record<string, string>;
}

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
  return {
    executablePath,
    args: [...args],
    env: { ...(await fontEnvironment()), ...env },
  };
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
  const folder = await unpackChromium();
  return {
    executablePath: join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: join(folder, "al2023/lib") },
  };
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
