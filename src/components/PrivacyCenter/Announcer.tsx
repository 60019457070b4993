"use client";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";
import type { Language } from "../../policy/language.ts";

interface Announcement {
  readonly number: number;
  readonly language: Language;
  readonly sentence: string;
}

/** More than change at once, so that each of them is heard. */
const kept = 12;

/** After the last of them, in milliseconds: who reads the page later is not told of the past. */
const heardWithin = 10_000;

export interface AnnouncerProps {
  /** The language of what is announced; what was said in another one is not said again. */
  readonly language: Language;
  readonly children: ReactNode;
}

/**
 * The one live region of a centre. It is there before anything is said in it, and only what
 * is added to it is read out (WAI-ARIA `aria-atomic`), so that a second change does not
 * swallow the first. It has no role: Orca reads an empty `status` as "statusbar".
 */
export function Announcer({ language, children }: AnnouncerProps) {
  const [said, setSaid] = useState<readonly Announcement[]>([]);
  const announce = useCallback(
    (sentence: string) =>
      setSaid((before) => [
        ...before.slice(1 - kept),
        { number: (before.at(-1)?.number ?? 0) + 1, language, sentence },
      ]),
    [language],
  );
  useEffect(() => {
    if (said.length === 0) return undefined;
    const forget = setTimeout(() => setSaid([]), heardWithin);
    return () => clearTimeout(forget);
  }, [said]);
  return (
    <AnnounceContext.Provider value={announce}>
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
