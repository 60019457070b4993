"use client";
import { useEffect, useState } from "react";
import { payloadQuery, purposesQuery } from "../client/queries.ts";
import { consentActivities } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";
import type { FirstSeen } from "./useFirstSeen.ts";

/**
 * Reads the payloads as soon as the state is read, before a card is rendered to show them.
 * Gives when the decision on each purpose was first known: a payload that was read before
 * that was read without it.
 */
export function usePrefetchedPayloads(): ReadonlyMap<string, FirstSeen> {
  const { client, policy, queryClient } = usePrivacy();
  const [seen] = useState(() => new Map<string, FirstSeen>());
  useEffect(() => {
    const cache = queryClient.getQueryCache();
    const { queryKey } = purposesQuery(client);
    return cache.subscribe((event) => {
      if (event.type !== "updated" || event.action.type !== "success") return;
      const state = queryClient.getQueryData(queryKey);
      if (!state || event.query !== cache.find({ queryKey })) return;
      for (const { id } of consentActivities(policy)) {
        const value = state.purposes[id]?.decision.sequence;
        if (value !== undefined && value !== seen.get(id)?.value) {
          seen.set(id, { value, at: Date.now() });
        }
        const payload = payloadQuery(client, id);
        if (!cache.find(payload)) void queryClient.prefetchQuery(payload);
      }
    });
  }, [client, policy, queryClient, seen]);
  return seen;
}
