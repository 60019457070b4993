import de from "../../locales/de/opening.json" with { type: "json" };
import en from "../../locales/en/opening.json" with { type: "json" };
import type { Language } from "../policy/language.ts";

/** What a centre says before anything else is loaded. */
export type OpeningWords = Readonly<typeof de>;

/**
 * The few words that come with a centre itself: a server renders them, the browser's first
 * render agrees, and they say so when the others cannot be loaded.
 */
export const openingWords: Readonly<Record<Language, OpeningWords>> = { de, en };
