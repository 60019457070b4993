import type { CommandWordKey } from "../i18n/createCommandWords.ts";

type NameIn<
  Path extends string,
  End extends string = "",
> = CommandWordKey extends infer Key
  ? Key extends `${Path}.${infer Name}${End}`
    ? Name
    : never
  : never;

/** A command that speaks with a panel: what has words under `command`. */
export type PanelCommandName = NameIn<"command", ".text">;

/** An option of such a command: what has words under `option`. */
export type OptionName = NameIn<"option", ".text">;

/** An option with a value: what has a word for that under `value`. */
export type TextName = NameIn<"value">;
