"use client";
import { useEffect } from "react";
import { payloadQuery } from "../client/queries.ts";
import { consentActivities } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/** Reads the payloads once the state is known, while the cards are still being loaded. */
export function useEarlyPayloads(isStateKnown: boolean): void {
  const { client, policy, queryClient } = usePrivacy();
  useEffect(() => {
    if (!isStateKnown) return;
    for (const { id } of consentActivities(policy)) {
      void queryClient.prefetchQuery(payloadQuery(client, id));
    }
  }, [client, policy, queryClient, isStateKnown]);
}
