import { KlartextError } from "../client/errors.ts";
import type { DecisionWay } from "../contract/fields.ts";
import { type CommandWords, createCommandWords } from "../i18n/createCommandWords.ts";
import { escapeUnreadable } from "../payload/serializePayload.ts";
import type { Language } from "../policy/index.ts";
import { languageIn } from "./commandLanguage.ts";
import { type Connection, createCommandClient } from "./createCommandClient.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { formatHelp } from "./formatHelp.ts";
import type { OptionName, PanelCommandName, TextName } from "./optionNames.ts";
import { type Options, parseOptions, sharedTexts } from "./parseOptions.ts";
import { statusOfError } from "./statusOfError.ts";
import { tellError } from "./tellError.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** A command that speaks with a panel, as one entry of the table of commands. */
interface PanelCommand<Flag extends OptionName, Text extends TextName> {
  readonly name: PanelCommandName;
  /** How many arguments it takes behind the panel's URL. */
  readonly maxOperands: number;
  /** How many it needs. @default 0 */
  readonly minOperands?: number;
  /** Whether the panel's URL is the last argument, and not the first. @default false */
  readonly isPanelLast?: boolean;
  /** By which way its decisions come. @default "command" */
  readonly via?: DecisionWay;
  /** Its options without a value, beside those of every command. */
  readonly flags: readonly Flag[];
  /** Its options with a value. */
  readonly texts: readonly Text[];
  readonly run: (task: Task<Flag, Text>) => Promise<ExitStatus>;
}

/** What one run of a command has to work with. */
export interface Task<Flag extends string = never, Text extends string = never>
  extends Connection,
    Pick<Options<Flag, Text>, "flag" | "text" | "operands"> {
  readonly terminal: Terminal;
  readonly language: Language;
  readonly words: CommandWords;
}

/** A command of the table: it reads its arguments, and resolves to its exit status. */
export type Command = (
  args: readonly string[],
  terminal: Terminal,
) => Promise<ExitStatus>;

/**
 * Makes a command that speaks with the panel at a URL: it reads the arguments, tells its
 * help, signs in, and says what went wrong in the reader's words.
 */
export function panelCommand<Flag extends OptionName, Text extends TextName>(
  definition: PanelCommand<Flag, Text>,
): Command {
  const { name, flags, texts, minOperands = 0, maxOperands, via, run } = definition;
  return async (args, terminal) => {
    const language = languageIn(args, terminal.env);
    const words = createCommandWords(language, escapeUnreadable);
    const options = parseOptions(args, { flags, texts, words });
    if (options.help) {
      const all = { flags, texts: [...texts, ...sharedTexts] };
      terminal.print(formatHelp(name, all, words));
      return exitStatus.done;
    }
    const { operands: given } = options;
    const url = definition.isPanelLast ? given.at(-1) : given[0];
    const operands = definition.isPanelLast ? given.slice(0, -1) : given.slice(1);
    const fits = operands.length >= minOperands && operands.length <= maxOperands;
    if (url === undefined || !fits) {
      throw new UsageError(words(`command.${name}.operands`));
    }
    try {
      const connection = await createCommandClient({
        url,
        options,
        words,
        env: terminal.env,
        via,
      });
      return await run({
        ...options,
        ...connection,
        operands,
        terminal,
        language,
        words,
      });
    } catch (error) {
      // The person has ended it, and knows.
      if (terminal.signal.aborted) return exitStatus.failed;
      if (!(error instanceof KlartextError)) throw error;
      tellError(error, words, terminal);
      return statusOfError(error);
    }
  };
}
