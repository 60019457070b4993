import { execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { onTestFinished } from "vitest";
import { people } from "../../src/testing/index.ts";
import { makeFolder } from "./folder.ts";
import { freePort } from "./freePort.ts";
import { runCommandLine } from "./runCommandLine.ts";
import { debian } from "./startTestPanel.ts";

const run = promisify(execFile);
const examples = join(import.meta.dirname, "../../docs/examples/panels");

/** A panel of the documentation in another language. */
export interface LanguagePanel {
  readonly name: string;
  /** What runs it, and what has to be installed of Debian. */
  readonly program: string;
  readonly packages: string;
  /** What that program is asked whether it can run the panel; it ends with 0 then. */
  readonly probe: readonly string[];
  readonly serve: (port: string) => readonly string[];
  /** What it says once it listens. */
  readonly listens: RegExp;
  /** Has it send what is due; undefined where it does so by itself. */
  readonly tick?: readonly string[];
  readonly crash: readonly string[];
  /** Prints the digests of what it makes of the values in the file that it is given. */
  readonly serialize: readonly string[];
}

/** The path of a file of an example. */
export function exampleFile(...path: readonly string[]): string {
  return join(examples, ...path);
}

/** @throws {Error} naming what to install, where the program cannot run the panel. */
export async function assertInstalled({ program, probe, packages }: LanguagePanel) {
  try {
    await run(program, [...probe]);
  } catch (error) {
    throw new Error(`${program} cannot run the panel. Install of Debian: ${packages}.`, {
      cause: error,
    });
  }
}

interface VendorOfPanel {
  readonly url: string;
  readonly caPem: string;
}

/** The session cookies that the panel knows. */
export const sessions = { deciding: "session=deciding", looking: "session=looking" };

/** A folder with a kit, made anew, the file tree of a server and two sessions. */
export async function prepare(vendor?: VendorOfPanel) {
  const folder = await makeFolder();
  const made = await runCommandLine(["panel-kit", join(folder, "kit")]);
  if (made.status !== 0) throw new Error(made.told);
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const tree = debian({ nginx: "1.22.1-9+deb12u1", postfix: "3.7.11-0+deb12u1" });
  for (const [path, text] of Object.entries(tree)) await write(`root${path}`, text);
  const known = Object.values(sessions).map((cookie) => {
    const token = cookie.slice("session=".length);
    const digest = createHash("sha256").update(token).digest("hex");
    const isAdministrator = token === "deciding";
    const { id, name } = isAdministrator ? people.admin : people.auditor;
    return [digest, { id, name, isAdministrator }];
  });
  await write("sessions.json", JSON.stringify(Object.fromEntries(known)));
  await write("vendor.pem", vendor?.caPem ?? "");
  const env = {
    ...{ PATH: process.env.PATH, PANEL_KIT: join(folder, "kit") },
    ...{ PANEL_DATA: join(folder, "panel.sqlite"), PANEL_ROOT: join(folder, "root") },
    PANEL_SESSIONS: join(folder, "sessions.json"),
    PYTHONDONTWRITEBYTECODE: "1",
    ...(vendor && {
      KLARTEXT_VENDOR_URL: vendor.url,
      KLARTEXT_VENDOR_CA: join(folder, "vendor.pem"),
    }),
  };
  return { folder, env };
}

/** Starts a panel on 127.0.0.1, which ends with the test, or by `stop`. */
export async function startLanguagePanel(
  panel: LanguagePanel,
  vendor?: VendorOfPanel,
  prepared?: Awaited<ReturnType<typeof prepare>>,
) {
  const { folder, env } = prepared ?? (await prepare(vendor));
  const port = await freePort();
  const environment = { ...env, PORT: port };
  const child = spawn(panel.program, [...panel.serve(port)], {
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill();
    await ended;
  };
  onTestFinished(stop);
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Uint8Array) => {
      said += chunk;
      if (panel.listens.test(said)) resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("error", reject);
    void ended.then(() => reject(new Error(said)));
  });
  const command = (args: readonly string[] | undefined) => async () => {
    if (args) await run(panel.program, [...args], { env: environment });
  };
  return {
    ...{ folder, stop, baseUrl: `http://127.0.0.1:${port}/api/privacy` },
    /** What it said. */
    said: () => said,
    tick: command(panel.tick),
    crash: command(panel.crash),
  };
}
