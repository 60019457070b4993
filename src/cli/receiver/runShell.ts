import { spawn } from "node:child_process";
import { once } from "node:events";
import { UsageError } from "../terminal.ts";

export interface ShellOptions {
  /** What it finds in its environment besides. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/**
 * Runs what the person gave, by the shell, and resolves when it has ended. What it prints is
 * not shown: it may hold anything.
 *
 * @throws {UsageError} when it ends with another status than 0, with the end of what it said.
 */
export async function runShell(
  command: string,
  { env, signal }: ShellOptions,
): Promise<void> {
  const child = spawn(command, {
    shell: true,
    stdio: "ignore",
    env: { ...process.env, ...env },
    signal,
  });
  child.on("error", () => undefined);
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0 && !signal.aborted) {
    throw new UsageError(
      `"${command}" ended with ${code ?? "a signal"}, and should with 0.`,
    );
  }
}
