import { openingWords } from "../i18n/openingWords.ts";
import type { Language } from "../policy/language.ts";

const wordsIn = (language: Language) => {
  const { partFailed, partRetry } = openingWords[language];
  return { partFailed, partRetry };
};

/** What an element says when it cannot be loaded. Evaluated when the package is built. */
export const failureWords = { de: wordsIn("de"), en: wordsIn("en") };
