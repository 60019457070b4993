import { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { createClient } from "../src/client/index.ts";
import { PrivacyProvider } from "../src/components/PrivacyCenter/PrivacyProvider.tsx";
import { createContract } from "../src/contract/index.ts";
import { WordsProvider } from "../src/hooks/WordsProvider.tsx";
import { createWords } from "../src/i18n/createWords.ts";
import { type Language, liveConfigPolicy } from "../src/policy/index.ts";

export interface InLanguageProps {
  readonly language: Language;
  readonly children: ReactNode;
}

const policy = liveConfigPolicy();

/** What parts of a centre stand in, in a language that need not be the toolbar's. */
export function InLanguage({ language, children }: InLanguageProps) {
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() =>
    createClient(createContract(policy), {
      fetch: () => Promise.reject(new TypeError("A part of a centre asks for nothing.")),
    }),
  );
  const words = useMemo(() => createWords(language), [language]);
  return (
    <div className="kt-root" lang={language}>
      <PrivacyProvider {...{ client, policy, language, queryClient }}>
        <WordsProvider words={words}>{children}</WordsProvider>
      </PrivacyProvider>
    </div>
  );
}
