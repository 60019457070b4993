"use client";
import type { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { I18nextProvider } from "react-i18next";
import type { PanelClient } from "../../client/createClient.ts";
import { PrivacyContext } from "../../hooks/PrivacyContext.ts";
import { createWords } from "../../i18n/createWords.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { Announcer } from "./Announcer.tsx";

export interface PrivacyProviderProps {
  readonly client: PanelClient;
  readonly policy: Policy;
  readonly language: Language;
  readonly queryClient: QueryClient;
  readonly children: ReactNode;
}

/** Gives the parts of a centre what they share: the client, the words, the announcer. */
export function PrivacyProvider({
  client,
  policy,
  language,
  queryClient,
  children,
}: PrivacyProviderProps) {
  const words = useMemo(() => createWords(language), [language]);
  const privacy = useMemo(
    () => ({ client, policy, language, queryClient }),
    [client, policy, language, queryClient],
  );
  return (
    <I18nextProvider i18n={words}>
      <PrivacyContext.Provider value={privacy}>
        <Announcer language={language}>{children}</Announcer>
      </PrivacyContext.Provider>
    </I18nextProvider>
  );
}
