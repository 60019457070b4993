import { type ParseArgsConfig, parseArgs } from "node:util";
import type { CommandWords } from "../i18n/createCommandWords.ts";
import { languages } from "../policy/index.ts";
import { UsageError } from "./terminal.ts";

/** The options with a value that every command for a panel takes. */
export const sharedTexts = ["token-file", "header-file", "config", "language"] as const;

type SharedText = (typeof sharedTexts)[number];

/** What the arguments of a command say. */
export interface Options<Flag extends string, Text extends string> {
  readonly help: boolean;
  /** Whether an option without a value is given. */
  readonly flag: (name: Flag) => boolean;
  /** The value of an option; undefined where it is not given. */
  readonly text: (name: Text | SharedText) => string | undefined;
  /** What is given beside options, in order. */
  readonly operands: readonly string[];
}

interface Known<Flag, Text> {
  readonly flags: readonly Flag[];
  readonly texts: readonly Text[];
  readonly words: CommandWords;
}

/** @throws {UsageError} naming what cannot be used, in the reader's words. */
export function parseOptions<Flag extends string, Text extends string>(
  args: readonly string[],
  { flags, texts, words }: Known<Flag, Text>,
): Options<Flag, Text> {
  const { values: given, positionals } = parse(args, flags, texts, words);
  const values: Readonly<Record<string, unknown>> = given;
  const { language } = values;
  if (language !== undefined && !languages.some((known) => known === language)) {
    throw new UsageError(
      words("usage.choice", { option: "--language", choices: languages.join(", ") }),
    );
  }
  return {
    help: values.help === true,
    flag: (name) => values[name] === true,
    text: (name) => {
      const value = values[name];
      return typeof value === "string" ? value : undefined;
    },
    operands: positionals,
  };
}

function parse(
  args: readonly string[],
  flags: readonly string[],
  texts: readonly string[],
  words: CommandWords,
) {
  const options: NonNullable<ParseArgsConfig["options"]> = {
    ...Object.fromEntries(flags.map((name) => [name, { type: "boolean" }] as const)),
    ...Object.fromEntries(
      [...texts, ...sharedTexts].map((name) => [name, { type: "string" }] as const),
    ),
    help: { type: "boolean", short: "h" },
  };
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options,
    });
  } catch (error) {
    throw new UsageError(sentenceOf(error, words));
  }
}

/** Of Node's own sentence the option's name alone: what follows may be a secret. */
function sentenceOf(error: unknown, words: CommandWords): string {
  if (!(error instanceof Error)) return String(error);
  const [, option = ""] = /'(?:-\w, )?(--?[\w-]+)/.exec(error.message) ?? [];
  const isUnknown = Reflect.get(error, "code") === "ERR_PARSE_ARGS_UNKNOWN_OPTION";
  return words(isUnknown ? "usage.unknown-option" : "usage.option-value", { option });
}
