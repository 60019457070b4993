import type { i18n } from "i18next";
import de from "../../locales/de/interface.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };
import type { Language } from "../policy/language.ts";
import { buildWords, type InterfaceTexts } from "./buildWords.ts";

const texts: Readonly<Record<Language, InterfaceTexts>> = { de, en };

/** The words of a language at once, for stories and tests. A centre loads them. */
export function createWords(language: Language): i18n {
  return buildWords(language, texts[language]);
}
