import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";

/**
 * Runs a module that says where it listens (`process.send`), and starts it anew whenever
 * it was killed.
 *
 * @param env Read anew at every start.
 */
export async function startKillable<Where>(
  module: string,
  env: Readonly<Record<string, string>>,
) {
  let child: ChildProcess;
  let where: Promise<Where>;
  let last: Where | undefined;
  let isOver = false;

  const start = () => {
    child = fork(module, { execArgv: [], env: { ...process.env, ...env } });
    const { promise, resolve } = Promise.withResolvers<Where>();
    where = promise;
    child.once("message", (message) => {
      last = message as Where;
      resolve(last);
    });
    child.once("exit", (code) => {
      if (code !== null) console.error(`${module} ended by itself with ${code}.`);
      if (isOver) return;
      start();
      resolve(where);
    });
  };
  start();
  onTestFinished(async () => {
    isOver = true;
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  });
  const ready = async (): Promise<Where> => {
    for (;;) {
      const current = where;
      const found = await current;
      if (current === where && child.signalCode === null && !child.killed) return found;
      await new Promise(setImmediate);
    }
  };
  const first = await ready();

  return {
    /** Where it listened last, whether it still does or not. */
    last: () => last ?? first,
    /** Where the process listens that runs now or next. */
    ready,
    kill: () => void child.kill("SIGKILL"),
    /** Tells the process something and resolves with its answer, if it lived to give one. */
    ask: async (message: string): Promise<unknown> => {
      await ready();
      const current = child;
      return new Promise((resolve) => {
        current.once("message", resolve);
        current.once("exit", () => resolve(undefined));
        current.send(message, (error) => error && resolve(undefined));
      });
    },
  };
}
