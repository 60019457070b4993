import { runCommand } from "../../src/cli/runCommand.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** Runs a command and collects what it wrote; `answer` is what the person says. */
export async function runCommandLine(args: readonly string[], answer?: boolean) {
  const printed: string[] = [];
  const told: string[] = [];
  const asked: string[] = [];
  const terminal: Terminal = {
    print: (line) => void printed.push(line),
    tell: (line) => void told.push(line),
    confirm:
      answer === undefined
        ? undefined
        : async (question) => {
            asked.push(question);
            return answer;
          },
    signal: new AbortController().signal,
  };
  const status = await runCommand(args, terminal);
  return { status, printed: printed.join("\n"), told: told.join("\n"), asked };
}
