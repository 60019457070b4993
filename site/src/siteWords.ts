import type { Language } from "../../src/policy/language.ts";
import de from "../words/de.json" with { type: "json" };
import en from "../words/en.json" with { type: "json" };

export type SiteWords = typeof en;

/** The words of the pages that the site itself has, in both languages. */
export const siteWords: Readonly<Record<Language, SiteWords>> = { de, en };
