import { spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { bareEnvironment } from "./bareEnvironment.ts";

export interface PanelRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs the reference panel as a process of its own until it ends, with no other
 * environment than this one.
 *
 * @param shell What stands before the command, such as `ulimit -f 1;`.
 * @param end Once it has printed this text, it gets this signal.
 */
export async function runPanel(
  env: Readonly<Record<string, string>>,
  {
    shell = "",
    end,
  }: {
    readonly shell?: string;
    readonly end?: { readonly after: string; readonly by: NodeJS.Signals };
  } = {},
): Promise<PanelRun> {
  const child = spawn(
    "/bin/sh",
    ["-c", `${shell} exec "$0" panel/src/main.ts`, process.execPath],
    { env: { ...bareEnvironment(), ...env }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    printed += chunk.toString();
    if (!end || !printed.includes(end.after) || child.killed) return;
    child.kill(end.by);
  });
  const hung = setTimeout(() => child.kill("SIGKILL"), 40_000);
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  clearTimeout(hung);
  return { code, signal, stdout, stderr };
}
