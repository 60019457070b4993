"use client";
import { type ReactNode, useCallback, useState } from "react";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";
import type { Language } from "../../policy/language.ts";

export interface AnnouncerProps {
  /** The language of what is announced; what was said in another one is not said again. */
  readonly language: Language;
  readonly children: ReactNode;
}

/** The one `role="status"` region of a centre; it is there before anything is said in it. */
export function Announcer({ language, children }: AnnouncerProps) {
  const [said, setSaid] = useState({ language, sentence: "" });
  const announce = useCallback(
    (sentence: string) => setSaid({ language, sentence }),
    [language],
  );
  return (
    <AnnounceContext.Provider value={announce}>
      <div role="status" className="kt-hidden">
        {said.language === language && said.sentence}
      </div>
      {children}
    </AnnounceContext.Provider>
  );
}
