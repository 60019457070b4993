import type { CommandWords } from "../i18n/createCommandWords.ts";
import { commandWords, languageIn } from "./commandLanguage.ts";
import { commands } from "./commands.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { exitTable, table } from "./formatHelp.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** Runs the command that the arguments name and resolves to its exit status. */
export async function runCommand(
  [name, ...args]: readonly string[],
  terminal: Terminal,
): Promise<ExitStatus> {
  const words = commandWords(languageIn(args, terminal.env));
  if (name === "--help" || name === "-h" || name === "help") {
    terminal.print(helpOfAll(words));
    return exitStatus.done;
  }
  if (name === undefined || !isCommand(name)) {
    const help = helpOfAll(words);
    const unknown = words("usage.no-command", { name: name ?? "" });
    terminal.tell(name === undefined ? help : `${unknown}\n\n${help}`);
    return exitStatus.usage;
  }
  try {
    return await commands[name](args, terminal);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.tell(
      `${error.message}\n${words("help.more", { help: `klartext ${name} --help` })}`,
    );
    return exitStatus.usage;
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function helpOfAll(words: CommandWords): string {
  const names = Object.keys(commands).filter(isCommand);
  return [
    words("help.usage", { usage: words("help.of-all") }),
    "",
    words("help.commands"),
    table(
      names.map((name) => [
        `${name} ${words(`command.${name}.usage`)}`,
        words(`command.${name}.summary`),
      ]),
    ),
    "",
    words("help.exit"),
    table(exitTable(words)),
    "",
    words("help.more", { help: `klartext ${words("help.any")} --help` }),
  ].join("\n");
}
