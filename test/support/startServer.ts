import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { hostEnvironment } from "./buildHost.ts";

/**
 * Starts a host's own server in a folder and returns the address that it prints. It ends
 * with the test, and whatever it started with it.
 *
 * @throws {Error} with everything that was printed when it ends first.
 */
export async function startServer(
  folder: string,
  [command, ...args]: readonly [string, ...string[]],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = spawn(command, args, {
    cwd: folder,
    env: hostEnvironment(env),
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = once(child, "close");
  onTestFinished(async () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    process.kill(-child.pid, "SIGTERM");
    await ended;
  });
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (chunk: unknown) => {
      printed += String(chunk);
      const address = /https?:\/\/(?:127\.0\.0\.1|localhost):\d+/.exec(printed)?.[0];
      if (address) resolve(address);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("close", () => reject(new Error(`${command} ended: ${printed}`)));
  });
}
