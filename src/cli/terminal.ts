import { createInterface } from "node:readline/promises";
import { exitStatus } from "./exitStatus.ts";

/** What a command talks to. */
export interface Terminal {
  /** Writes a line of the result. */
  readonly print: (line: string) => void;
  /** Writes bytes of the result as they are. */
  readonly write: (bytes: Uint8Array) => void;
  /** Writes a line about the work itself. */
  readonly tell: (line: string) => void;
  /**
   * Asks yes or no, told by `choice`; undefined where nobody can answer.
   *
   * @param choice @default "[y/N]"
   */
  readonly confirm: ((question: string, choice?: string) => Promise<boolean>) | undefined;
  /** Aborted when the person wants the command to end. */
  readonly signal: AbortSignal;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The screen that the result is read on; undefined where it goes to a file or a pipe. */
  readonly screen: Screen | undefined;
}

export interface Screen {
  /** Characters in a line. */
  readonly columns: number;
  /** Whether the person wants colours (https://no-color.org). */
  readonly hasColors: boolean;
}

/** Thrown for arguments that a command cannot work with; the message says which. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The terminal of this process. The first Ctrl+C asks to end, the second ends. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  stdout.on("error", endWithoutReader);
  return {
    print: (line) => stdout.write(`${line}\n`),
    write: (bytes) => stdout.write(bytes),
    tell: (line) => stderr.write(`${line}\n`),
    confirm: stdin.isTTY && stderr.isTTY ? ask : undefined,
    signal: controller.signal,
    env,
    screen: stdout.isTTY
      ? { columns: stdout.columns || 80, hasColors: wantsColors(env) }
      : undefined,
  };
}

function wantsColors({ NO_COLOR, TERM }: Terminal["env"]): boolean {
  return !NO_COLOR && TERM !== "dumb";
}

/** A reader that has enough closes the pipe, as `head` does; that is no failure. */
function endWithoutReader(error: Error): never {
  if (Reflect.get(error, "code") === "EPIPE") process.exit();
  process.stderr.write(`The result cannot be written: ${error.message}\n`);
  process.exit(exitStatus.failed);
}

/** Only a yes is one: not an empty line, not the end of what is typed, not Ctrl+C. */
async function ask(question: string, choice = "[y/N]"): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const ended = new Promise<string>((resolve) => lines.once("close", () => resolve("")));
  lines.on("SIGINT", () => lines.close());
  try {
    const answer = await Promise.race([ended, lines.question(`${question} ${choice} `)]);
    return /^(y|yes|j|ja)$/i.test(answer.trim());
  } finally {
    lines.close();
  }
}
