"use client";
import type { Query } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import type { EntryList } from "../client/entryList.ts";
import { askedToWait } from "../client/pollInterval.ts";
import type { StoreState } from "../contract/purposeState.ts";
import { usePrivacy } from "./PrivacyContext.ts";

const lists: readonly unknown[] = ["decisions", "transmissions"];

/** A store that changes all the time is looked at no oftener, in milliseconds. */
const soonest = 5_000;

/**
 * Reads history and log anew when the panel's store has changed, for bytes may be gone from
 * them, and whatever could not be read when the panel answers again.
 */
export function useRefetchOnChange(
  store: StoreState | undefined,
  isFailing: boolean,
): void {
  const { client, queryClient } = usePrivacy();
  const reread = useCallback(
    (predicate: (query: Query) => boolean) => {
      const queryKey = ["klartext", client.cacheKey];
      void queryClient.refetchQueries({ queryKey, type: "active", predicate });
    },
    [client.cacheKey, queryClient],
  );

  const moment = store && `${store.epoch} ${store.counter}`;
  const lastMoment = useRef<string>(undefined);
  const lastRead = useRef(Number.NEGATIVE_INFINITY);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    const before = lastMoment.current;
    lastMoment.current = moment;
    if (before === undefined || moment === undefined || before === moment) return;
    pending.current ??= setTimeout(
      () => {
        pending.current = undefined;
        lastRead.current = Date.now();
        for (const list of lists) {
          // Bytes may be gone from older entries too: the list begins anew.
          const queryKey = ["klartext", client.cacheKey, list];
          queryClient.setQueryData<EntryList<unknown>>(
            queryKey,
            (known) => known && { ...known, cursors: [] },
          );
        }
        reread(({ queryKey }) => lists.includes(queryKey[2]));
      },
      Math.max(0, lastRead.current + soonest - Date.now()),
    );
  }, [moment, reread, client.cacheKey, queryClient]);
  useEffect(
    () => () => {
      clearTimeout(pending.current);
      pending.current = undefined;
    },
    [],
  );

  const wasFailing = useRef(false);
  useEffect(() => {
    if (wasFailing.current && !isFailing) {
      reread(
        ({ state: { error } }) => error !== null && askedToWait(error) === undefined,
      );
    }
    wasFailing.current = isFailing;
  }, [isFailing, reread]);
}
