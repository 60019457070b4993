import { runCommand } from "../../src/cli/runCommand.ts";
import type { Terminal } from "../../src/cli/terminal.ts";

/** Runs a command and collects what it wrote; `answer` is what the person says. */
export async function runCommandLine(
  args: readonly string[],
  answer?: boolean,
  given: Partial<Terminal> = {},
) {
  const printed: string[] = [];
  const written: Uint8Array[] = [];
  const told: string[] = [];
  const asked: string[] = [];
  const terminal: Terminal = {
    print: (line) => void printed.push(line),
    write: (bytes) => void written.push(bytes),
    tell: (line) => void told.push(line),
    confirm:
      answer === undefined
        ? undefined
        : async (question) => {
            asked.push(question);
            return answer;
          },
    signal: new AbortController().signal,
    env: {},
    screen: undefined,
    ...given,
  };
  const status = await runCommand(args, terminal);
  return {
    status,
    printed: printed.join("\n"),
    written: Buffer.concat(written),
    told: told.join("\n"),
    asked,
  };
}
