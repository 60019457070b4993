"use client";
import { useTranslation } from "react-i18next";
import { bindWords, type Words } from "../i18n/words.ts";
import { isolate } from "../payload/isolate.ts";

export type { Words } from "../i18n/words.ts";

/** The interface's words in the language of the closest `<WordsProvider>`. */
export function useWords(): Words {
  const { t } = useTranslation("interface");
  return bindWords(t, isolate);
}
