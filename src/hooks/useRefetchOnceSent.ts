"use client";
import { useEffect, useRef } from "react";
import { payloadQuery } from "../client/queries.ts";
import { usePrivacy } from "./PrivacyContext.ts";

/**
 * Reads the bytes of a purpose again once the panel says that a report has left: what it
 * waited with then are others, or none, and the heading over them is another.
 */
export function useRefetchOnceSent(purpose: string, lastSentAt: string | null): void {
  const { client, queryClient } = usePrivacy();
  const known = useRef(lastSentAt);
  useEffect(() => {
    if (known.current === lastSentAt) return;
    known.current = lastSentAt;
    const { queryKey } = payloadQuery(client, purpose);
    void queryClient.refetchQueries({ queryKey, exact: true, type: "active" });
  }, [client, queryClient, purpose, lastSentAt]);
}
