import type { Language } from "../policy/language.ts";
import type { InterfaceTexts, LaterTexts } from "./buildWords.ts";

/** The interface's texts of one language, each in a file that only its readers load. */
export const loadTexts: Readonly<Record<Language, () => Promise<InterfaceTexts>>> = {
  de: () => import("./wordsInGerman.ts").then((module) => module.texts),
  en: () => import("./wordsInEnglish.ts").then((module) => module.texts),
};

/** Those of the parts that are loaded later. */
export const loadLaterTexts: Readonly<Record<Language, () => Promise<LaterTexts>>> = {
  de: () => import("./laterInGerman.ts").then((module) => module.texts),
  en: () => import("./laterInEnglish.ts").then((module) => module.texts),
};
