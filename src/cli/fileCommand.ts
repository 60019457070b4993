import * as z from "zod/mini";
import { type CommandWords, createCommandWords } from "../i18n/createCommandWords.ts";
import { escapeUnreadable } from "../payload/serializePayload.ts";
import type { Language } from "../policy/index.ts";
import { languageIn } from "./commandLanguage.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import { formatHelp } from "./formatHelp.ts";
import type { OptionName, PanelCommandName, TextName } from "./optionNames.ts";
import type { Command } from "./panelCommand.ts";
import { type Options, parseOptions } from "./parseOptions.ts";
import { readTextFile } from "./readTextFile.ts";
import { type Terminal, UsageError } from "./terminal.ts";

/** A command that checks one file, without any panel. */
interface FileCommand<Flag extends OptionName, Text extends TextName> {
  readonly name: PanelCommandName;
  readonly flags: readonly Flag[];
  readonly texts: readonly Text[];
  readonly run: (task: FileTask<Flag, Text>) => Promise<ExitStatus>;
}

/** What one run of such a command has to work with. */
export interface FileTask<Flag extends string = never, Text extends string = never>
  extends Pick<Options<Flag, Text>, "flag" | "text"> {
  readonly file: string;
  readonly terminal: Terminal;
  readonly language: Language;
  readonly words: CommandWords;
}

/** Makes a command that checks the file that its arguments name. */
export function fileCommand<Flag extends OptionName, Text extends TextName>(
  definition: FileCommand<Flag, Text>,
): Command {
  const { name, flags, texts, run } = definition;
  return async (args, terminal) => {
    const language = languageIn(args, terminal.env);
    const words = createCommandWords(language, escapeUnreadable);
    const options = parseOptions(args, { flags, texts, words });
    if (options.help) {
      terminal.print(formatHelp(name, { flags, texts: [...texts, "language"] }, words));
      return exitStatus.done;
    }
    const [file, ...others] = options.operands;
    if (file === undefined || others.length > 0) {
      throw new UsageError(words(`command.${name}.operands`));
    }
    return run({ ...options, file, terminal, language, words });
  };
}

/**
 * What a file holds in JSON.
 *
 * @throws {UsageError} with `otherwise` for one that holds something else.
 */
export async function readJson<Schema extends z.core.$ZodType>(
  file: string,
  schema: Schema,
  words: CommandWords,
  otherwise: string,
): Promise<z.output<Schema>> {
  const text = await readTextFile(file, words);
  try {
    return z.parse(schema, JSON.parse(text));
  } catch {
    throw new UsageError(otherwise);
  }
}
