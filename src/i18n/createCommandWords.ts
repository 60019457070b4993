import { createInstance } from "i18next";
import de from "../../locales/de/command.json" with { type: "json" };
import deInterface from "../../locales/de/interface.json" with { type: "json" };
import deLazy from "../../locales/de/lazy.json" with { type: "json" };
import en from "../../locales/en/command.json" with { type: "json" };
import enInterface from "../../locales/en/interface.json" with { type: "json" };
import enLazy from "../../locales/en/lazy.json" with { type: "json" };
import type { Language } from "../policy/language.ts";
import type { TextKeys, WordKey } from "./wordKey.ts";
import { bindWords, type WordValues } from "./words.ts";

/** The name of a text of the command: its own, or the interface's. */
export type CommandWordKey = WordKey | TextKeys<typeof de>;

/** Gives the command's words in one language. */
export type CommandWords = (key: CommandWordKey, values?: WordValues) => string;

const texts = {
  de: { command: de, interface: deInterface, lazy: deLazy },
  en: { command: en, interface: enInterface, lazy: enLazy },
};

/**
 * The page's own sentences for a reader without a page: `command.json` has, under the same
 * keys, those that speak of a page or a switch, and what only a command says.
 */
export function createCommandWords(
  language: Language,
  protect: (text: string) => string,
): CommandWords {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: ["command", "interface", "lazy"],
    defaultNS: "command",
    fallbackNS: ["interface", "lazy"],
    resources: { [language]: texts[language] },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return bindWords<CommandWordKey>(
    (key, values) => String(instance.t(key, values)),
    protect,
  );
}
