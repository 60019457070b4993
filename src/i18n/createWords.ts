import { createInstance, type i18n } from "i18next";
import de from "../../locales/de/interface.json" with { type: "json" };
import en from "../../locales/en/interface.json" with { type: "json" };
import type { Language } from "../policy/language.ts";

/** The second language has the shape of the first, or this does not compile. */
const resources: Readonly<Record<Language, typeof de>> = { de, en };

/**
 * The interface's words in one language, as an i18next instance of their own: a host's
 * i18next is neither read nor changed. There is no fallback language; a missing word is a
 * defect and not a reason to speak another language.
 */
export function createWords(language: Language): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: ["interface"],
    defaultNS: "interface",
    resources: { [language]: { interface: resources[language] } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return instance;
}
