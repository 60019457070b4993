import type { i18n } from "i18next";
import type { Language } from "../policy/language.ts";
import { addTexts, namespace } from "./addTexts.ts";
import type { InterfaceTexts } from "./buildWords.ts";
import type { HostI18n } from "./hostI18n.ts";

/**
 * Whether a host's i18next reads our texts as they are written: it has been initialised, has
 * no format of its own (ICU, Fluent), and marks plurals as i18next does.
 */
export function canSpeak(host: HostI18n): boolean {
  const { services, options, addResourceBundle } = host as Partial<i18n>;
  return (
    typeof addResourceBundle === "function" &&
    services?.resourceStore !== undefined &&
    !("i18nFormat" in services && services.i18nFormat) &&
    (options?.pluralSeparator ?? "_") === "_"
  );
}

/**
 * The interface's words through a host's i18next, in a namespace of their own, `klartext`.
 * Its language and its other namespaces stay as they are, and so do we: in our language, and
 * by our rules, whatever its options are.
 */
export function hostWords(
  host: HostI18n,
  language: Language,
  texts: InterfaceTexts,
): i18n {
  const hosts = host as i18n;
  addTexts(hosts, language, texts);
  const ours = {
    lng: language,
    // Not its hierarchy: it may support other languages alone.
    lngs: [language],
    ns: namespace,
    keySeparator: ".",
    nsSeparator: false,
    returnDetails: false,
    applyPostProcessor: false,
    interpolation: {
      escapeValue: false,
      prefix: "{{",
      suffix: "}}",
      alwaysFormat: false,
    },
  };
  const t = (key: string, values: object) => hosts.t(key, { ...values, ...ours });
  return Object.create(hosts, { t: { value: t } });
}
