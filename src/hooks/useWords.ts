"use client";
import { useContext } from "react";
import { I18nContext } from "react-i18next";
import type { WordKey } from "../i18n/wordKey.ts";
import { isolate } from "../payload/isolate.ts";

export type Words = (
  key: WordKey,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The places of the words that hold what comes from outside, by their names. */
const outside: ReadonlySet<string> = new Set([
  "name",
  "status",
  "revision",
  "before",
  "after",
  "title",
  "instance",
  "path",
  "raw",
  "entry",
  "state",
]);

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
  return (key, values = {}) =>
    i18n.t(
      key,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === "string" && outside.has(name) ? isolate(value) : value,
        ]),
      ),
    );
}
