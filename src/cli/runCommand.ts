import { policyCommand } from "./policyCommand.ts";
import { type ExitStatus, exitStatus, type Terminal, UsageError } from "./terminal.ts";
import { testPanel } from "./testPanel.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitStatus>;

const commands: Readonly<Record<string, Command>> = {
  policy: policyCommand,
  "test-panel": testPanel,
};

const help = `Usage: klartext <command> [options]

Commands:
  policy             Writes the privacy policy as HTML, Markdown or JSON-LD.
  test-panel <url>   Checks whether a panel keeps the contract.

klartext <command> --help tells more.`;

/** Runs the command that the arguments name and resolves to its exit status. */
export async function runCommand(
  [name, ...args]: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.print(help);
    return exitStatus.done;
  }
  const command =
    name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    terminal.tell(
      name === undefined ? help : `There is no command "${name}".\n\n${help}`,
    );
    return exitStatus.usage;
  }
  try {
    return await command(args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.tell(`${error.message}\nklartext ${name} --help tells more.`);
    return exitStatus.usage;
  }
}
