import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

/** A process that a test talks with, and that ends with the test. */
export async function startProcess(
  module: string,
  env: Readonly<Record<string, string>>,
): Promise<{
  /** The first that it said. */
  readonly said: unknown;
  readonly child: ChildProcess;
  readonly ask: (message: string | number) => Promise<unknown>;
  readonly kill: () => Promise<void>;
}> {
  const child = fork(module, { execArgv: [], env: { ...process.env, ...env } });
  const ended = once(child, "exit");
  const kill = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(kill);
  const answer = async (): Promise<unknown> => {
    const [said] = await Promise.race([
      once(child, "message"),
      ended.then(() => ["ended"]),
    ]);
    return said;
  };
  return {
    said: await answer(),
    child,
    kill,
    ask: (message) => {
      const said = answer();
      child.send(message);
      return said;
    },
  };
}

/**
 * An SQLite store over a folder, in a process of its own. Ask it with a size to
 * write, or to `purge`.
 */
export function startStore(folder: string, env: Readonly<Record<string, string>> = {}) {
  return startProcess("test/support/runStore.ts", { STORE_FOLDER: folder, ...env });
}
