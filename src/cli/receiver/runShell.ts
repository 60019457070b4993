import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { UsageError } from "../terminal.ts";

interface ShellOptions {
  /** What it finds in its environment besides. */
  readonly env: Readonly<Record<string, string>>;
  /** Ends it, and what it has started. */
  readonly signal: AbortSignal;
}

/**
 * Runs what the person gave, by the shell, and resolves when it has ended. What it prints is
 * not shown: it may hold anything.
 *
 * @throws {UsageError} when it ends with another status than 0.
 */
export async function runShell(
  command: string,
  { env, signal }: ShellOptions,
): Promise<void> {
  if (signal.aborted) return;
  const isGroup = process.platform !== "win32";
  const child = spawn(command, {
    ...{ shell: true, stdio: "ignore", detached: isGroup },
    env: { ...process.env, ...env },
  });
  const end = () => endAll(child, isGroup);
  signal.addEventListener("abort", end, { once: true });
  child.on("error", () => undefined);
  const [code] = (await once(child, "close")) as [number | null];
  signal.removeEventListener("abort", end);
  if (code === 0 || signal.aborted) return;
  const how = code === null ? "was ended by a signal" : `ended with ${code}`;
  throw new UsageError(
    `"${command}" ${how}, and should end with 0. Run it by hand to see why.`,
  );
}

/** A shell does not hand a signal on, so it goes to its whole group. */
function endAll(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  if (isGroup) process.kill(-child.pid, "SIGTERM");
  else child.kill();
}
