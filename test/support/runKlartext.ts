import { spawn } from "node:child_process";
import { once } from "node:events";
import { buffer, text } from "node:stream/consumers";
import { bareEnvironment } from "./bareEnvironment.ts";

interface KlartextRun {
  readonly status: number | null;
  readonly stdout: string;
  /** What was written, byte for byte. */
  readonly bytes: Uint8Array;
  readonly stderr: string;
}

interface KlartextOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The program that runs it, and what stands before the arguments. */
  readonly program?: readonly [string, ...string[]];
  /** Called with the process while it runs. */
  readonly onStart?: (pid: number) => void;
}

/** The command as it lies in the sources, under the Node that runs the tests. */
export const sources = [process.execPath, "src/cli/main.ts"] as const;

/** Runs the command `klartext` as a process of its own, without a terminal. */
export async function runKlartext(
  args: readonly string[],
  { env = {}, program = sources, onStart }: KlartextOptions = {},
): Promise<KlartextRun> {
  const [command, ...before] = program;
  const child = spawn(command, [...before, ...args], {
    env: { ...bareEnvironment(), TZ: "UTC", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (child.pid !== undefined) onStart?.(child.pid);
  const [bytes, stderr, [status]] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    once(child, "exit") as Promise<[number | null]>,
  ]);
  return { status, stdout: bytes.toString(), bytes, stderr };
}
