"use client";
import { useEffect } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import { useWords } from "../../hooks/useWords.ts";
import { announceValue } from "../../payload/view/explainValue.ts";
import type { PayloadView } from "./types.ts";

/** Says each value that is selected, once; not what a pointer merely passes. */
export function useAnnounceSelected({
  content,
  items,
  highlight,
  announced,
}: Pick<PayloadView, "content" | "items" | "highlight" | "announced">): void {
  const words = useWords();
  const announce = useAnnounce();
  const { selected, selections, values } = highlight;
  useEffect(() => {
    if (announced.current === selections) return;
    announced.current = selections;
    if (!selected || content.status !== "shown" || !("text" in content.reading)) return;
    announce(announceValue(selected, values(), content.reading.text, items, words));
  }, [selected, selections, values, content, items, words, announce, announced]);
}
