import { type ReactNode, useEffect, useRef } from "react";
import type { Language } from "../src/policy/index.ts";
import { InLanguage } from "./InLanguage.tsx";
import { lengthenTexts } from "./pseudoLanguage.ts";

export interface StoryFrameProps {
  readonly language: "de" | "en" | "pseudo";
  /** A whole centre or policy brings its own root; its parts need one. */
  readonly isWhole: boolean;
  readonly children: ReactNode;
}

/** What a story stands in: the language of the page, and for parts what a centre gives them. */
export function StoryFrame({ language: chosen, isWhole, children }: StoryFrameProps) {
  const root = useRef<HTMLDivElement>(null);
  const language: Language = chosen === "pseudo" ? "en" : chosen;

  useEffect(
    () => (chosen === "pseudo" && root.current ? lengthenTexts(root.current) : undefined),
    [chosen],
  );

  return (
    <div ref={root} lang={language} key={chosen}>
      {isWhole ? children : <InLanguage language={language}>{children}</InLanguage>}
    </div>
  );
}
