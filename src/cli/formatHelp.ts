import type { CommandWords } from "../i18n/createCommandWords.ts";
import { exitStatus } from "./exitStatus.ts";
import type { OptionName, PanelCommandName, TextName } from "./optionNames.ts";
import { wrap } from "./wrap.ts";

/** As wide as a terminal is at the least. */
const width = 80;

interface HelpedOptions {
  readonly flags: readonly OptionName[];
  readonly texts: readonly TextName[];
}

/** The help of a command: how it is used, what it does, its options, its exit statuses. */
export function formatHelp(
  name: PanelCommandName,
  { flags, texts }: HelpedOptions,
  words: CommandWords,
): string {
  const usage = `klartext ${name} ${words(`command.${name}.usage`)}`;
  return [
    words("help.usage", { usage }),
    "",
    wrap(words(`command.${name}.text`), width),
    "",
    words("help.options"),
    table([
      ...flags.map((name) => row(`--${name}`, name, words)),
      ...texts.map((name) => row(`--${name} ${words(`value.${name}`)}`, name, words)),
      row("--help", "help", words),
    ]),
    "",
    words("help.exit"),
    table(exitTable(words)),
  ].join("\n");
}

function row(usage: string, name: OptionName, words: CommandWords): [string, string] {
  return [usage, words(`option.${name}.text`)];
}

/** Every exit status with what it means. */
export function exitTable(words: CommandWords): readonly (readonly [string, string])[] {
  return Object.values(exitStatus).map((status) => [
    String(status),
    words(`exit.${status}`),
  ]);
}

/** Two columns, the second as far to the right as the first needs, and wrapped. */
export function table(rows: readonly (readonly [string, string])[]): string {
  const first = Math.max(...rows.map(([name]) => name.length));
  return rows
    .map(([name, text]) => {
      const lines = wrap(text, width - first - 4).split("\n");
      return lines
        .map((line, index) => `  ${(index === 0 ? name : "").padEnd(first)}  ${line}`)
        .join("\n");
    })
    .join("\n");
}
