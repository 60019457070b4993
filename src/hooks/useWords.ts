"use client";
import { useTranslation } from "react-i18next";
import type { WordKey } from "../i18n/wordKey.ts";

export type Words = (
  key: WordKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The interface's words in the language of the closest `<WordsProvider>`. */
export function useWords(): Words {
  const { t } = useTranslation("interface");
  return (key, values) => t(key, { ...values });
}
