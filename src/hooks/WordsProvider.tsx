"use client";
import type { i18n } from "i18next";
import { type ReactNode, useMemo } from "react";
import { I18nContext } from "react-i18next";

export interface WordsProviderProps {
  /** Speaks one language for life; another language is another instance. */
  readonly words: i18n;
  readonly children: ReactNode;
}

/** Gives the components inside the interface's words, whatever a host's own provider speaks. */
export function WordsProvider({ words, children }: WordsProviderProps) {
  const value = useMemo(() => ({ i18n: words }), [words]);
  return <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
}
