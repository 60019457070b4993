import type { i18n } from "i18next";
import { createLazy, type Lazy } from "../../client/createLazy.ts";
import { loadTexts } from "../../i18n/loadTexts.ts";
import type { Language } from "../../policy/language.ts";

/** The parts that speak, and the words of one language. */
export interface Speech {
  readonly parts: typeof import("./centerParts.ts");
  readonly words: i18n;
}

function speechIn(language: Language): Lazy<Speech> {
  return createLazy(async () => {
    const [parts, texts] = await Promise.all([
      import("./centerParts.ts"),
      loadTexts[language](),
    ]);
    return { parts, words: parts.buildWords(language, texts) };
  });
}

/** Loaded with the panel's first answer, in the language of the page alone. */
export const speech: Readonly<Record<Language, Lazy<Speech>>> = {
  de: speechIn("de"),
  en: speechIn("en"),
};
