import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { stripVTControlCharacters } from "node:util";
import { shellLine } from "../../src/cli/shellLine.ts";
import { bareEnvironment } from "./bareEnvironment.ts";
import { sources } from "./runKlartext.ts";

/** Whether this machine has the `script` of util-linux, which gives a program a terminal. */
export const hasTerminal = /util-linux/.test(
  String(spawnSync("script", ["--version"]).stdout),
);

interface TerminalRun {
  readonly status: number | null;
  /** What stood on the screen, without the signs that steer it. */
  readonly screen: string;
  /** The same with them. */
  readonly raw: string;
}

interface TerminalOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What the person types once a question stands there. */
  readonly types?: string;
}

/** Runs the command `klartext` at a terminal of its own, and a person who answers. */
export async function runInTerminal(
  args: readonly string[],
  { env = {}, types = "" }: TerminalOptions = {},
): Promise<TerminalRun> {
  const child = spawn("script", ["-qec", shellLine([...sources, ...args]), "/dev/null"], {
    env: { ...bareEnvironment(), TERM: "xterm", TZ: "UTC", ...env },
    stdio: ["pipe", "pipe", "ignore"],
  });
  let raw = "";
  let isAnswered = false;
  child.stdout.on("data", (chunk: Buffer) => {
    raw += chunk.toString();
    if (isAnswered || !/\[[yj]\/N\]/.test(raw)) return;
    isAnswered = true;
    child.stdin.write(types);
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, raw, screen: stripVTControlCharacters(raw).replaceAll("\r", "") };
}
