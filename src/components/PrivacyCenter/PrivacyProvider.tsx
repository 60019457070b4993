"use client";
import type { QueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from "react";
import type { PanelClient } from "../../client/createClient.ts";
import { type ConfirmedDecision, PrivacyContext } from "../../hooks/PrivacyContext.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import { Announcer } from "./Announcer.tsx";

export interface PrivacyProviderProps {
  readonly client: PanelClient;
  readonly policy: Policy;
  readonly language: Language;
  readonly queryClient: QueryClient;
  readonly onDecision?: ((confirmed: ConfirmedDecision) => void) | undefined;
  readonly children: ReactNode;
}

/** Gives the parts of a centre what they share: the client, the policy, the announcer. */
export function PrivacyProvider({
  client,
  policy,
  language,
  queryClient,
  onDecision,
  children,
}: PrivacyProviderProps) {
  const hosts = useRef(onDecision);
  useEffect(() => {
    hosts.current = onDecision;
  }, [onDecision]);
  const tellHost = useCallback((confirmed: ConfirmedDecision) => {
    queueMicrotask(() => hosts.current?.(confirmed));
  }, []);

  const privacy = useMemo(
    () => ({ client, policy, language, queryClient, tellHost }),
    [client, policy, language, queryClient, tellHost],
  );
  return (
    <PrivacyContext.Provider value={privacy}>
      <Announcer language={language}>{children}</Announcer>
    </PrivacyContext.Provider>
  );
}
