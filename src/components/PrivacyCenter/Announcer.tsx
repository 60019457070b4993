"use client";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";
import type { Language } from "../../policy/language.ts";
import { announce, endPause, silence } from "./announcements.ts";

/** Between two of them, in milliseconds: Orca leaves out what follows sooner, now and then. */
const pause = 250;

/** After the last of them, in milliseconds: who reads the page later is not told of the past. */
const heardWithin = 10_000;

export interface AnnouncerProps {
  /** The language of what is announced; what was said in another one is not said again. */
  readonly language: Language;
  readonly children: ReactNode;
}

/**
 * The one live region of a centre. It is there before anything is said in it, and only what
 * is added to it is read out (WAI-ARIA `aria-atomic`), one at a time, so that a second change
 * does not swallow the first. It has no role: Orca reads an empty `status` as "statusbar".
 */
export function Announcer({ language, children }: AnnouncerProps) {
  const [announcements, setAnnouncements] = useState(silence);
  const { said } = announcements;
  const say = useCallback(
    (sentence: string) =>
      setAnnouncements((before) => announce(before, sentence, language)),
    [language],
  );
  useEffect(() => {
    if (said.length === 0) return undefined;
    const pausing = setTimeout(() => setAnnouncements(endPause), pause);
    const forget = setTimeout(() => setAnnouncements(silence), heardWithin);
    return () => {
      clearTimeout(pausing);
      clearTimeout(forget);
    };
  }, [said]);
  return (
    <AnnounceContext.Provider value={say}>
      <div
        aria-live="polite"
        aria-atomic="false"
        className="kt-hidden"
        data-kt="announcements"
      >
        {said
          .filter((announcement) => announcement.language === language)
          .map(({ number, sentence }) => (
            <p key={number}>{sentence}</p>
          ))}
      </div>
      {children}
    </AnnounceContext.Provider>
  );
}
