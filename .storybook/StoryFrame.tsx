import { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { createClient } from "../src/client/index.ts";
import { PrivacyProvider } from "../src/components/PrivacyCenter/PrivacyProvider.tsx";
import { createContract } from "../src/contract/index.ts";
import { WordsProvider } from "../src/hooks/WordsProvider.tsx";
import { createWords } from "../src/i18n/createWords.ts";
import { type Language, liveConfigPolicy } from "../src/policy/index.ts";
import { lengthenTexts } from "./pseudoLanguage.ts";

export interface StoryFrameProps {
  readonly language: "de" | "en" | "pseudo";
  /** A whole centre or policy brings its own root; its parts need one. */
  readonly isWhole: boolean;
  readonly children: ReactNode;
}

const policy = liveConfigPolicy();

/** What a story stands in: the language of the page, and for parts what a centre gives them. */
export function StoryFrame({ language: chosen, isWhole, children }: StoryFrameProps) {
  const root = useRef<HTMLDivElement>(null);
  const language: Language = chosen === "pseudo" ? "en" : chosen;
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() =>
    createClient(createContract(policy), {
      fetch: () => Promise.reject(new TypeError("A part of a centre asks for nothing.")),
    }),
  );

  const words = useMemo(() => createWords(language), [language]);

  useEffect(
    () => (chosen === "pseudo" && root.current ? lengthenTexts(root.current) : undefined),
    [chosen],
  );

  return (
    <div ref={root} lang={language} key={chosen}>
      {isWhole ? (
        children
      ) : (
        <div className="kt-root">
          <PrivacyProvider
            client={client}
            policy={policy}
            language={language}
            queryClient={queryClient}
          >
            <WordsProvider words={words}>{children}</WordsProvider>
          </PrivacyProvider>
        </div>
      )}
    </div>
  );
}
