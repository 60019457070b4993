import type { i18n } from "i18next";
import de from "../../locales/de/interface.json" with { type: "json" };
import deLazy from "../../locales/de/lazy.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };
import enLazy from "../../locales/en/lazy.json" with { type: "json" };
import type { Language } from "../policy/language.ts";
import { addTexts } from "./addTexts.ts";
import { buildWords, type InterfaceTexts, type LazyTexts } from "./buildWords.ts";

const texts: Readonly<Record<Language, InterfaceTexts>> = { de, en };
const lazy: Readonly<Record<Language, LazyTexts>> = { de: deLazy, en: enLazy };

/** All words of a language at once, for stories and tests. A centre loads them. */
export function createWords(language: Language): i18n {
  const words = buildWords(language, texts[language]);
  addTexts(words, language, lazy[language]);
  return words;
}
