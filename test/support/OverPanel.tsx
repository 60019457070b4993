import { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo, useState } from "react";
import { createClient, type KlartextError } from "../../src/client/index.ts";
import { PrivacyProvider } from "../../src/components/PrivacyCenter/PrivacyProvider.tsx";
import { createContract } from "../../src/contract/index.ts";
import { WordsProvider } from "../../src/hooks/WordsProvider.tsx";
import { createWords } from "../../src/i18n/createWords.ts";
import type { Language, Policy } from "../../src/policy/index.ts";
import type { FakePanel } from "../../src/testing/index.ts";
import { useStoryFetch } from "./useStoryFetch.ts";

export interface OverPanelProps {
  readonly panel: FakePanel;
  readonly policy: Policy;
  readonly language: Language;
  readonly onError?: ((error: KlartextError) => void) | undefined;
  readonly children: ReactNode;
}

/** A part of a centre over a panel in memory. */
export function OverPanel({
  panel,
  policy,
  language,
  onError,
  children,
}: OverPanelProps) {
  const [queryClient] = useState(() => new QueryClient());
  const fetch = useStoryFetch(panel);
  const [client] = useState(() => createClient(createContract(policy), { fetch }));
  const words = useMemo(() => createWords(language), [language]);
  return (
    <PrivacyProvider
      client={client}
      policy={policy}
      language={language}
      queryClient={queryClient}
      onError={onError}
    >
      <WordsProvider words={words}>{children}</WordsProvider>
    </PrivacyProvider>
  );
}
