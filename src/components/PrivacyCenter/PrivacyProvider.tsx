"use client";
import type { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { PanelClient } from "../../client/createClient.ts";
import type { KlartextError } from "../../client/errors.ts";
import { type ConfirmedDecision, PrivacyContext } from "../../hooks/PrivacyContext.ts";
import { useHostCallback } from "../../hooks/useHostCallback.ts";
import { useReportError, useReportOfReading } from "../../hooks/useReportError.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { Announcer } from "./Announcer.tsx";

export interface PrivacyProviderProps {
  readonly client: PanelClient;
  readonly policy: Policy;
  readonly language: Language;
  readonly queryClient: QueryClient;
  readonly onDecision?: ((confirmed: ConfirmedDecision) => void) | undefined;
  readonly onError?: ((error: KlartextError) => void) | undefined;
  readonly children: ReactNode;
}

/** Gives the parts of a centre what they share: the client, the policy, the announcer. */
export function PrivacyProvider({
  client,
  policy,
  language,
  queryClient,
  onDecision,
  onError,
  children,
}: PrivacyProviderProps) {
  const tellHost = useHostCallback(onDecision);
  const report = useReportError(useHostCallback(onError));
  useReportOfReading(queryClient, client.cacheKey, report);

  const privacy = useMemo(
    () => ({ client, policy, language, queryClient, tellHost, report }),
    [client, policy, language, queryClient, tellHost, report],
  );
  return (
    <PrivacyContext.Provider value={privacy}>
      <Announcer language={language}>{children}</Announcer>
    </PrivacyContext.Provider>
  );
}
