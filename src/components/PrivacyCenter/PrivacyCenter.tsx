"use client";
import type { QueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ClientOptions } from "../../client/clientOptions.ts";
import {
  createClient,
  createFailingClient,
  type PanelClient,
} from "../../client/createClient.ts";
import { ConfigError, type KlartextError } from "../../client/errors.ts";
import {
  createQueryClient,
  type HostQueryClient,
  ownQueryClient,
} from "../../client/ownQueryClient.ts";
import { createStateContract } from "../../contract/createStateContract.ts";
import type { ConfirmedDecision } from "../../hooks/PrivacyContext.ts";
import { useClientOptions } from "../../hooks/useClientOptions.ts";
import { useLanguage } from "../../hooks/useLanguage.ts";
import type { HostI18n } from "../../i18n/hostI18n.ts";
import type { Language } from "../../policy/language.ts";
import type { Policy } from "../../policy/policy.ts";
import type { HeadingLevel } from "../Heading.tsx";
import { GuardedPart } from "../PartBoundary/index.ts";
import { CenterContent } from "./CenterContent.tsx";
import { loadedCenterOf } from "./loadedCenter.ts";
import { PrivacyProvider } from "./PrivacyProvider.tsx";
import { useLoadedCenter } from "./useLoadedCenter.ts";

/** What a host gives a centre: the policy alone is required. */
export interface PrivacyCenterProps extends ClientOptions {
  /** The policy that the panel stands for: `liveConfigPolicy()`, or one of the host's own. */
  readonly policy: Policy;
  /** The language of the page. @default the closest `lang`, else `fallbackLanguage` */
  readonly language?: Language | undefined;
  /** The language where the closest `lang` is neither German nor English, or missing. @default "en" */
  readonly fallbackLanguage?: Language | undefined;
  /** The level of the title. @default 1 */
  readonly headingLevel?: HeadingLevel | undefined;
  /** Centres that are given the same one ask once for all; nothing of theirs lies in it. @default one of its own */
  readonly queryClient?: HostQueryClient | undefined;
  /** The host's i18next, 26 or 27: the interface's words go through it, as its namespace `klartext`, and ours is not loaded. @default one of its own */
  readonly i18n?: HostI18n | undefined;
  /** Called with each decision of the person that the panel has confirmed, never before. */
  readonly onDecision?: ((confirmed: ConfirmedDecision) => void) | undefined;
  /** Called with what went wrong, told apart by `name`; the page says it to the person. */
  readonly onError?: ((error: KlartextError) => void) | undefined;
}

/**
 * The page on which an administrator sees the policy and the very bytes, agrees and
 * withdraws: a `<div>` with its own `lang`. It speaks with the panel at `baseUrl` alone.
 *
 * `headers` and `fetch` are those given last, at each request. The other client options and
 * `queryClient` are read when the centre mounts; give it a `key` to change them.
 */
export function PrivacyCenter({
  policy,
  language: wanted,
  fallbackLanguage = "en",
  headingLevel = 1,
  queryClient: shared,
  i18n,
  onDecision,
  onError,
  ...given
}: PrivacyCenterProps) {
  const root = useRef<HTMLDivElement>(null);
  const { language, ...loading } = useLoadedCenter(
    useLanguage(root, wanted, fallbackLanguage),
    loadedCenterOf(i18n),
  );
  const clientOptions = useClientOptions(given);
  const [{ client, queryClient }] = useState(() => open(policy, clientOptions, shared));

  useEffect(() => {
    queryClient.mount();
    return () => queryClient.unmount();
  }, [queryClient]);

  return (
    <div ref={root} className="kt-root" lang={language} data-kt="center">
      <PrivacyProvider
        client={client}
        policy={policy}
        language={language}
        queryClient={queryClient}
        onDecision={onDecision}
        onError={onError}
      >
        <GuardedPart part="page">
          <CenterContent headingLevel={headingLevel} {...loading} />
        </GuardedPart>
      </PrivacyProvider>
    </div>
  );
}

interface Opened {
  readonly client: PanelClient;
  readonly queryClient: QueryClient;
}

/** A page that was set up wrongly still shows the policy, and says what is wrong with it. */
function open(
  policy: Policy,
  options: ClientOptions,
  shared: HostQueryClient | undefined,
): Opened {
  const contract = createStateContract(policy);
  try {
    const queryClient = shared ? ownQueryClient(shared) : createQueryClient();
    return { client: createClient(contract, options), queryClient };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const client = createFailingClient(contract, options, error);
    return { client, queryClient: createQueryClient() };
  }
}
