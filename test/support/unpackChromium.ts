import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");

/** Unpacks the Chromium from npm with its libraries, once, and says where it lies. */
export function unpackChromium(): Promise<string> {
  return unpackOnce(
    "chromium",
    `await chromium.executablePath();
     await inflate(fileURLToPath(new URL("../bin/al2023.tar.br", entry)));`,
  );
}

/** Unpacks the fonts that come with it, which are the same for every Chromium. */
export function unpackFonts(): Promise<string> {
  return unpackOnce(
    "fonts",
    'await inflate(fileURLToPath(new URL("../bin/fonts.tar.br", entry)));',
  );
}

async function unpackOnce(name: string, steps: string): Promise<string> {
  const manifest = join(root, "node_modules/@sparticuz/chromium/package.json");
  const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
  const cache = join(root, "node_modules/.cache");
  const folder = join(cache, `${name}-${version}`);
  if (existsSync(folder)) return folder;

  await mkdir(cache, { recursive: true });
  const beside = await mkdtemp(`${folder}-`);
  try {
    await unpackInto(beside, steps);
    await rename(beside, folder);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    // Another process that started at the same moment may have been first.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/**
 * The package unpacks to the temporary folder and trusts whatever already lies there. In a
 * process of its own that folder can be another one without changing it for the caller.
 */
async function unpackInto(folder: string, steps: string): Promise<void> {
  const script = `
    import chromium, { inflate } from "@sparticuz/chromium";
    import { fileURLToPath } from "node:url";
    const entry = import.meta.resolve("@sparticuz/chromium");
    ${steps}
  `;
  await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
  });
}
