import { createInstance, type i18n } from "i18next";
import type de from "../../locales/de/interface.json";
import type lazy from "../../locales/de/lazy.json";
import type { Language } from "../policy/language.ts";
import { namespace } from "./addTexts.ts";

/** Both languages have the shape of one, or it does not compile. */
export type InterfaceTexts = typeof de;

/** The texts of the parts that are loaded later: log, history, receipts, differences, bytes. */
export type LazyTexts = typeof lazy;

/**
 * The interface's words in one language, as an i18next instance of their own: a host's
 * i18next is neither read nor changed. There is no fallback language; a missing word is a
 * defect and not a reason to speak another language.
 */
export function buildWords(language: Language, texts: InterfaceTexts): i18n {
  const instance = createInstance();
  void instance.init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    ns: [namespace],
    defaultNS: namespace,
    resources: { [language]: { [namespace]: texts } },
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return instance;
}
