import de from "../../locales/de/page.json" with { type: "json" };
import en from "../../locales/en/page.json" with { type: "json" };
import type { Language } from "./language.ts";

/** What stands on a page beside the policy's own words. */
export const pageWords: Readonly<Record<Language, typeof de>> = { de, en };
