import { createInterface } from "node:readline/promises";

/** What a command talks to. */
export interface Terminal {
  /** Writes a line of the result. */
  readonly print: (line: string) => void;
  /** Writes a line about the work itself. */
  readonly tell: (line: string) => void;
  /** Asks yes or no; undefined where nobody can answer. */
  readonly confirm: ((question: string) => Promise<boolean>) | undefined;
  /** Aborted when the person wants the command to end. */
  readonly signal: AbortSignal;
}

/** The status that a command ends with. */
export const exitStatus = {
  done: 0,
  failed: 1,
  usage: 2,
  notReached: 5,
  notSignedIn: 6,
} as const;

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

/** Thrown for arguments that a command cannot work with; the message says which. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The terminal of this process. The first Ctrl+C asks to end, the second ends. */
export function processTerminal(): Terminal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  process.stdout.on("error", endWithoutReader);
  return {
    print: (line) => process.stdout.write(`${line}\n`),
    tell: (line) => process.stderr.write(`${line}\n`),
    confirm: process.stdin.isTTY ? ask : undefined,
    signal: controller.signal,
  };
}

/** A reader that has enough closes the pipe, as `head` does; that is no failure. */
function endWithoutReader(error: Error): never {
  if (Reflect.get(error, "code") === "EPIPE") process.exit();
  process.stderr.write(`The result cannot be written: ${error.message}\n`);
  process.exit(exitStatus.failed);
}

async function ask(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^(y|yes|j|ja)$/i.test((await lines.question(`${question} [y/N] `)).trim());
  } finally {
    lines.close();
  }
}
