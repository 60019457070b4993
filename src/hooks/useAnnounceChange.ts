"use client";
import { useEffect, useRef } from "react";
import { useAnnounce } from "./useAnnounce.ts";

/**
 * Announces `sentence`, if there is one and it is another, when `key` changes, and not for what is there at first or
 * when the language changes.
 */
export function useAnnounceChange(key: string, sentence: string): void {
  const announce = useAnnounce();
  const last = useRef({ key, sentence });
  useEffect(() => {
    const before = last.current;
    if (before.key === key) return;
    last.current = { key, sentence };
    if (before.sentence === sentence) return;
    if (sentence !== "") announce(sentence);
  }, [key, sentence, announce]);
}
