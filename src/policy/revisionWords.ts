import de from "../../locales/de/revisions.json" with { type: "json" };
import en from "../../locales/en/revisions.json" with { type: "json" };
import type { Language } from "./language.ts";

/** What the list of revisions says besides, which no page of a policy loads. */
export const revisionWords: Readonly<Record<Language, typeof de>> = { de, en };
