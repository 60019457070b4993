import type { Language } from "../policy/language.ts";
import type { InterfaceTexts } from "./buildWords.ts";

/** The interface's texts of one language, each a file that only its readers load. */
export const loadTexts: Readonly<Record<Language, () => Promise<InterfaceTexts>>> = {
  de: () =>
    import("../../locales/de/interface.json", { with: { type: "json" } }).then(
      (module) => module.default,
    ),
  en: () =>
    import("../../locales/en/interface.json", { with: { type: "json" } }).then(
      (module) => module.default,
    ),
};
