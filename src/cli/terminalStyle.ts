import { styleText } from "node:util";
import type { Screen } from "./terminal.ts";

/** How words stand out, where a person reads them on a screen with colours. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly warning: (text: string) => string;
}

const plain: Style = { heading: (text) => text, warning: (text) => text };

const colored: Style = {
  heading: (text) => styleText("bold", text),
  warning: (text) => styleText("yellow", text),
};

/** Nothing is said by a colour alone. */
export function createStyle(screen: Screen | undefined): Style {
  return screen?.hasColors ? colored : plain;
}
