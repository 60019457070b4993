import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileCache } from "./compileCache.ts";

export interface PanelProcess {
  readonly address: string;
  readonly dataFolder: string;
  /** Ends the process and starts another with the same store and port. */
  readonly restart: (env?: Readonly<Record<string, string>>) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Stops, and removes the store. */
  readonly remove: () => Promise<void>;
}

/**
 * Starts the reference panel as a process of its own with an empty store.
 *
 * @param checkout Whose panel it is. @default this one's
 */
export async function startPanelProcess(
  env: Readonly<Record<string, string>> = {},
  checkout: string = join(import.meta.dirname, "../.."),
): Promise<PanelProcess> {
  const dataFolder = await mkdtemp(join(tmpdir(), "klartext-panel-"));
  const given = { ...env, KLARTEXT_DATA: dataFolder };
  let running = await run({ ...given, PORT: "0" }, checkout);
  const { address } = running;

  const stop = async () => {
    if (running.child.exitCode !== null) return;
    running.child.kill("SIGTERM");
    await once(running.child, "exit");
  };
  return {
    address,
    dataFolder,
    stop,
    restart: async (changed = {}) => {
      await stop();
      const port = new URL(address).port;
      running = await run({ ...given, ...changed, PORT: port }, checkout);
    },
    remove: async () => {
      await stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

async function run(
  env: Readonly<Record<string, string>>,
  checkout: string,
): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, ["panel/src/main.ts"], {
    cwd: checkout,
    env: { ...process.env, ...compileCache, ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += String(chunk);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(printed)?.[0];
    if (address) return { child, address };
  }
  throw new Error(`The panel ended before it printed its address: ${printed}`);
}
