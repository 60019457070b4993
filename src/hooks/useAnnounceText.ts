"use client";
import { type RefObject, useContext, useEffect, useRef } from "react";
import { PurposeHeadingContext } from "./PurposeHeadingContext.ts";
import { type Announce, AnnounceContext } from "./useAnnounce.ts";

/**
 * Announces what the paragraphs in `box` say when it appears and when it says something
 * else, after the heading of its purpose; not again when the language changes. Buttons and
 * small print stay unsaid, and without an announcer nothing is.
 *
 * @param announcesFirst whether that counts which is there from the start
 */
export function useAnnounceText(
  box: RefObject<HTMLElement | null>,
  announcesFirst: boolean,
): void {
  const announce = useContext(AnnounceContext);
  const subject = useContext(PurposeHeadingContext);
  const last = useRef<{ readonly text: string; readonly announce: Announce | null }>(
    null,
  );
  useEffect(() => {
    const text = textOf(box.current);
    const before = last.current ?? { text: announcesFirst ? "" : text, announce };
    last.current = { text, announce };
    // The announcer is another one in another language.
    if (text === "" || text === before.text || announce !== before.announce) return;
    announce?.(subject === undefined ? text : `${subject}: ${text}`);
  });
}

function textOf(box: HTMLElement | null): string {
  const paragraphs = [...(box?.querySelectorAll("p") ?? [])];
  return paragraphs.map(wordsOf).filter(Boolean).join(" ");
}

function wordsOf(paragraph: HTMLParagraphElement): string {
  const copy = paragraph.cloneNode(true);
  if (!(copy instanceof Element)) return "";
  for (const unsaid of copy.querySelectorAll("button, small")) unsaid.remove();
  return copy.textContent?.trim() ?? "";
}
