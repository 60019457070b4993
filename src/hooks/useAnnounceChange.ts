"use client";
import { useEffect, useRef } from "react";
import { useAnnounce } from "./useAnnounce.ts";

/**
 * Announces `sentence`, if there is one, each time that `key` changes, and not for what is there at first or
 * when the language changes.
 */
export function useAnnounceChange(key: string, sentence: string): void {
  const announce = useAnnounce();
  const last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    if (sentence !== "") announce(sentence);
  }, [key, sentence, announce]);
}
