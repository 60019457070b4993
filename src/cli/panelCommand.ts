import { KlartextError } from "../client/errors.ts";
import type { DecisionWay } from "../contract/fields.ts";
import { type Connection, createCommandClient } from "./createCommandClient.ts";
import { type ExitStatus, exitStatus } from "./exitStatus.ts";
import {
  type Command,
  type CommandCall,
  type CommandOptions,
  localizedCommand,
} from "./localizedCommand.ts";
import type { OptionName, TextName } from "./optionNames.ts";
import { sharedTexts } from "./parseOptions.ts";
import { statusOfError } from "./statusOfError.ts";
import { tellError } from "./tellError.ts";
import { UsageError } from "./terminal.ts";

/** A command that speaks with a panel, as one entry of the table of commands. */
interface PanelCommand<Flag extends OptionName, Text extends TextName>
  extends CommandOptions<Flag, Text> {
  /** How many arguments it takes behind the panel's URL. */
  readonly maxOperands: number;
  /** How many it needs. @default 0 */
  readonly minOperands?: number;
  /** Whether the panel's URL is the last argument, and not the first. @default false */
  readonly isPanelLast?: boolean;
  /** By which way its decisions come. @default "command" */
  readonly via?: DecisionWay;
  readonly run: (task: Task<Flag, Text>) => Promise<ExitStatus>;
}

/** What one run of a command has to work with. */
export interface Task<Flag extends string = never, Text extends string = never>
  extends Connection,
    Omit<CommandCall<Flag, Text>, "help"> {}

/**
 * Makes a command that speaks with the panel at a URL: it reads the arguments, tells its
 * help, signs in, and says what went wrong in the reader's words.
 */
export function panelCommand<Flag extends OptionName, Text extends TextName>(
  definition: PanelCommand<Flag, Text>,
): Command {
  const { name, minOperands = 0, maxOperands, via, run } = definition;
  return localizedCommand(definition, sharedTexts, async (call) => {
    const { operands: given, terminal, words } = call;
    const url = definition.isPanelLast ? given.at(-1) : given[0];
    const operands = definition.isPanelLast ? given.slice(0, -1) : given.slice(1);
    const fits = operands.length >= minOperands && operands.length <= maxOperands;
    if (url === undefined || !fits) {
      throw new UsageError(words(`command.${name}.operands`));
    }
    try {
      const { env } = terminal;
      const connection = await createCommandClient({
        ...{ url, options: call, words, env, via },
      });
      return await run({ ...call, ...connection, operands });
    } catch (error) {
      // The person has ended it, and knows.
      if (terminal.signal.aborted) return exitStatus.failed;
      if (!(error instanceof KlartextError)) throw error;
      tellError(error, words, terminal);
      return statusOfError(error);
    }
  });
}
