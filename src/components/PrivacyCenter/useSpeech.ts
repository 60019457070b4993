"use client";
import { useState } from "react";
import { useLazy } from "../../hooks/useLazy.ts";
import type { Language } from "../../policy/language.ts";
import type { Speech, SpeechByLanguage } from "./speech.ts";

export interface Spoken {
  /** The language to show. */
  readonly language: Language;
  /** Undefined until it has been loaded. */
  readonly speech: Speech | undefined;
  /** Tries anew; there only when loading has failed. */
  readonly retry: (() => Promise<void>) | undefined;
}

/**
 * The words in the wanted language. Until they are there a centre goes on in the language
 * that it speaks: nothing that somebody is in the midst of goes from the page.
 */
export function useSpeech(wanted: Language, speech: SpeechByLanguage): Spoken {
  const [spoken, setSpoken] = useState(wanted);
  const next = useLazy(speech[wanted]);
  const last = speech[spoken].read();
  const language = next.status !== "ready" && last.status === "ready" ? spoken : wanted;
  if (language !== spoken) setSpoken(language);

  const state = language === wanted ? next : last;
  return {
    language,
    speech: state.status === "ready" ? state.value : undefined,
    retry: next.status === "failed" ? speech[wanted].load : undefined,
  };
}
