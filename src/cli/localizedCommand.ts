import type { CommandWords } from "../i18n/createCommandWords.ts";
import type { Language } from "../policy/index.ts";
import { commandWords, languageIn } from "./commandLanguage.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { formatHelp } from "./formatHelp.ts";
import type { OptionName, PanelCommandName, TextName } from "./optionNames.ts";
import { type Options, parseOptions } from "./parseOptions.ts";
import type { Terminal } from "./terminal.ts";

/** A command of the table: it reads its arguments, and resolves to its exit status. */
export type Command = (
  args: readonly string[],
  terminal: Terminal,
) => Promise<ExitStatus>;

/** What a command is called, and which options it has. */
export interface CommandOptions<Flag extends OptionName, Text extends TextName> {
  readonly name: PanelCommandName;
  /** Its options without a value. */
  readonly flags: readonly Flag[];
  /** Its options with a value. */
  readonly texts: readonly Text[];
}

/** What its arguments say, and in which words it answers. */
export interface CommandCall<Flag extends string, Text extends string>
  extends Options<Flag, Text> {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly words: CommandWords;
}

/**
 * Makes a command that reads its arguments and tells its help in the reader's language.
 *
 * @param shared The options with a value that it has beside its own.
 */
export function localizedCommand<Flag extends OptionName, Text extends TextName>(
  { name, flags, texts }: CommandOptions<Flag, Text>,
  shared: readonly TextName[],
  run: (call: CommandCall<Flag, Text>) => Promise<ExitStatus>,
): Command {
  return async (args, terminal) => {
    const language = languageIn(args, terminal.env);
    const words = commandWords(language);
    const options = parseOptions(args, { flags, texts, words });
    if (!options.help) return run({ ...options, terminal, language, words });
    terminal.print(formatHelp(name, { flags, texts: [...texts, ...shared] }, words));
    return exitStatus.done;
  };
}
