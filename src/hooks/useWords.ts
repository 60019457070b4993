"use client";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import { bindWords, type Words } from "../i18n/words.ts";
import { isolateBidi } from "../payload/isolateBidi.ts";

export type { Words } from "../i18n/words.ts";

/**
 * The interface's words in the language of the closest `<WordsProvider>`.
 *
 * @throws outside of one.
 */
export function useWords(): Words {
  const i18n = useContext(I18nContext)?.i18n;
  if (!i18n) {
    throw new Error(
      "useWords was called outside a <WordsProvider>. Render the component inside one.",
    );
  }
  return bindWords((key, values) => i18n.t(key, values), isolateBidi);
}
