import * as z from "zod/mini";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import type { ExitStatus } from "./exitStatus.ts";
import {
  type Command,
  type CommandCall,
  type CommandOptions,
  localizedCommand,
} from "./localizedCommand.ts";
import type { OptionName, TextName } from "./optionNames.ts";
import { readTextFile } from "./readTextFile.ts";
import { UsageError } from "./terminal.ts";

/** A command that checks one file, without any panel. */
interface FileCommand<Flag extends OptionName, Text extends TextName>
  extends CommandOptions<Flag, Text> {
  readonly run: (task: FileTask<Flag, Text>) => Promise<ExitStatus>;
}

/** What one run of such a command has to work with. */
export interface FileTask<Flag extends string = never, Text extends string = never>
  extends Omit<CommandCall<Flag, Text>, "help" | "operands"> {
  readonly file: string;
}

/** Makes a command that checks the file that its arguments name. */
export function fileCommand<Flag extends OptionName, Text extends TextName>(
  definition: FileCommand<Flag, Text>,
): Command {
  return localizedCommand(definition, ["language"], async (call) => {
    const [file, ...others] = call.operands;
    if (file === undefined || others.length > 0) {
      throw new UsageError(call.words(`command.${definition.name}.operands`));
    }
    return definition.run({ ...call, file });
  });
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
