import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, open, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished, vi } from "vitest";
import { type ProxyProgram, programPath } from "./programPath.ts";

/** A program with its configuration. */
export interface ProxyPlan {
  readonly program: ProxyProgram;
  /** What it is started with, so that it stays in the foreground. */
  readonly args: (folder: string) => readonly string[];
  /** Its files, by their place in a folder of its own. */
  readonly files: (folder: string) => Readonly<Record<string, string>>;
}

export interface RunningProxy {
  /** Its folder. */
  readonly folder: string;
  /** Ends it, and starts it on the same port with another configuration. */
  readonly become: (plan: ProxyPlan) => Promise<void>;
}

/**
 * Runs a proxy until the test is over, in a folder that goes with it. Of a test that failed it
 * prints what the proxy wrote.
 *
 * @throws {Error} with all that the proxy wrote when it does not listen.
 */
export async function startProxy(plan: ProxyPlan, port: string): Promise<RunningProxy> {
  const folder = await mkdtemp(join(tmpdir(), "klartext-proxy-"));
  // Started by root, nginx and Apache work as another user.
  await chmod(folder, 0o777);
  let child: ChildProcess | undefined;
  const become = async (next: ProxyPlan) => {
    await end(child);
    child = await start(next, folder, port);
  };
  onTestFinished(async ({ task }) => {
    await end(child);
    if (task.result?.state === "fail") console.error(await readLog(folder));
    await rm(folder, { recursive: true, force: true });
  });
  await become(plan);
  return { folder, become };
}

async function start({ program, args, files }: ProxyPlan, folder: string, port: string) {
  for (const [name, text] of Object.entries(files(folder))) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  const log = await open(logIn(folder), "a");
  const child = spawn(programPath(program), args(folder), {
    cwd: folder,
    // Caddy writes there.
    env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    stdio: ["ignore", log.fd, log.fd],
  });
  await log.close();
  const listening = async () => {
    if (!hasEnded(child)) await listens(port);
  };
  await vi.waitFor(listening, { timeout: 20_000, interval: 50 }).catch(() => end(child));
  if (hasEnded(child)) {
    throw new Error(`${program} does not listen on ${port}: ${await readLog(folder)}`);
  }
  return child;
}

const logIn = (folder: string) => join(folder, "printed.log");
/** The end of what it wrote. */
async function readLog(folder: string): Promise<string> {
  return (await readFile(logIn(folder), "utf8")).slice(-5_000);
}

async function listens(port: string): Promise<void> {
  const socket = connect(Number(port), "127.0.0.1");
  try {
    await once(socket, "connect");
  } finally {
    socket.destroy();
  }
}

async function end(child: ChildProcess | undefined): Promise<void> {
  if (!child || hasEnded(child)) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
