import type { Language } from "../policy/language.ts";
import type { InterfaceTexts, LazyTexts } from "./buildWords.ts";

/** The interface's texts of one language, each in a file that only its readers load. */
export const loadTexts: Readonly<Record<Language, () => Promise<InterfaceTexts>>> = {
  de: () => import("./wordsInGerman.ts").then((module) => module.texts),
  en: () => import("./wordsInEnglish.ts").then((module) => module.texts),
};

/** Those of the parts that are loaded later. */
export const loadLazyTexts: Readonly<Record<Language, () => Promise<LazyTexts>>> = {
  de: () => import("./lazyInGerman.ts").then((module) => module.texts),
  en: () => import("./lazyInEnglish.ts").then((module) => module.texts),
};
