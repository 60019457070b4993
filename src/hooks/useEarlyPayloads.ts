"use client";
import { useEffect } from "react";
import { payloadQuery, purposesQuery } from "../client/queries.ts";
import { consentActivities } from "../policy/policy.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/** Reads the payloads as soon as the state is read, before a card is rendered to show them. */
export function useEarlyPayloads(): void {
  const { client, policy, queryClient } = usePrivacy();
  useEffect(() => {
    const cache = queryClient.getQueryCache();
    const { queryKey } = purposesQuery(client);
    return cache.subscribe((event) => {
      const isRead = event.type === "updated" && event.action.type === "success";
      if (!isRead || event.query !== cache.find({ queryKey })) return;
      for (const { id } of consentActivities(policy)) {
        const payload = payloadQuery(client, id);
        if (!cache.find(payload)) void queryClient.prefetchQuery(payload);
      }
    });
  }, [client, policy, queryClient]);
}
