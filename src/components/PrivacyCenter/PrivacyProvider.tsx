"use client";
import type { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { PanelClient } from "../../client/createClient.ts";
import { PrivacyContext } from "../../hooks/PrivacyContext.ts";
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

/** Gives the parts of a centre what they share: the client, the policy, the announcer. */
export function PrivacyProvider({
  client,
  policy,
  language,
  queryClient,
  children,
}: PrivacyProviderProps) {
  const privacy = useMemo(
    () => ({ client, policy, language, queryClient }),
    [client, policy, language, queryClient],
  );
  return (
    <PrivacyContext.Provider value={privacy}>
      <Announcer language={language}>{children}</Announcer>
    </PrivacyContext.Provider>
  );
}
