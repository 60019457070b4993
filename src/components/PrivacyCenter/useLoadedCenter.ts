"use client";
import { useState } from "react";
import { useLazy } from "../../hooks/useLazy.ts";
import type { Language } from "../../policy/language.ts";
import type { LoadedCenter, LoadedCenterByLanguage } from "./loadedCenter.ts";

export interface CenterLoading {
  /** The language to show. */
  readonly language: Language;
  /** Undefined until it has been loaded. */
  readonly loaded: LoadedCenter | undefined;
  /** Tries anew; there only when loading has failed. */
  readonly retry: (() => Promise<void>) | undefined;
}

/**
 * The words in the wanted language. Until they are there a centre goes on in the language
 * that it speaks: nothing that somebody is in the midst of goes from the page.
 */
export function useLoadedCenter(
  wanted: Language,
  centers: LoadedCenterByLanguage,
): CenterLoading {
  const [spoken, setSpoken] = useState(wanted);
  const next = useLazy(centers[wanted]);
  const last = centers[spoken].read();
  const language = next.status !== "ready" && last.status === "ready" ? spoken : wanted;
  if (language !== spoken) setSpoken(language);

  const state = language === wanted ? next : last;
  return {
    language,
    loaded: state.status === "ready" ? state.value : undefined,
    retry: next.status === "failed" ? centers[wanted].load : undefined,
  };
}
