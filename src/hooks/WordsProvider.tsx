"use client";
import type { i18n } from "i18next";
import { type ReactNode, useEffect, useMemo } from "react";
import { I18nContext } from "react-i18next";
import type { Lazy } from "../client/createLazy.ts";
import { LazyWordsContext } from "./LazyWordsContext.ts";
import { whenIdle } from "./whenIdle.ts";

export interface WordsProviderProps {
  /** Speaks one language for life; another language is another instance. */
  readonly words: i18n;
  /** Adds the words of the later parts; once nothing else is to be done, or when one is shown. */
  readonly lazyWords?: Lazy<void>;
  readonly children: ReactNode;
}

/** Gives the components inside the interface's words, whatever a host's own provider speaks. */
export function WordsProvider({ words, lazyWords, children }: WordsProviderProps) {
  const value = useMemo(() => ({ i18n: words }), [words]);
  useEffect(() => lazyWords && whenIdle(() => void lazyWords.load()), [lazyWords]);

  const spoken = <I18nContext.Provider value={value}>{children}</I18nContext.Provider>;
  return lazyWords ? (
    <LazyWordsContext.Provider value={lazyWords}>{spoken}</LazyWordsContext.Provider>
  ) : (
    spoken
  );
}
