"use client";
import type { Query } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { StoreState } from "../contract/purposeState.ts";
import { usePrivacy } from "./PrivacyContext.ts";

const lists: readonly unknown[] = ["decisions", "transmissions"];

/**
 * Reads history and log anew when the panel's store has changed, for bytes may be gone from
 * them, and whatever could not be read when the panel answers again.
 */
export function useRereading(store: StoreState | undefined, isFailing: boolean): void {
  const { client, queryClient } = usePrivacy();
  const reread = useCallback(
    (predicate: (query: Query) => boolean) => {
      const queryKey = ["klartext", client.baseUrl];
      void queryClient.refetchQueries({ queryKey, type: "active", predicate });
    },
    [client.baseUrl, queryClient],
  );

  const moment = store && `${store.epoch} ${store.counter}`;
  const lastMoment = useRef<string>(undefined);
  useEffect(() => {
    const before = lastMoment.current;
    lastMoment.current = moment;
    if (before === undefined || moment === undefined || before === moment) return;
    reread(({ queryKey }) => lists.includes(queryKey[2]));
  }, [moment, reread]);

  const wasFailing = useRef(false);
  useEffect(() => {
    if (wasFailing.current && !isFailing) {
      reread(({ state }) => state.status === "error" || state.error !== null);
    }
    wasFailing.current = isFailing;
  }, [isFailing, reread]);
}
