"use client";
import { useEffect, useSyncExternalStore } from "react";
import type { Lazy, Loading } from "../client/createLazy.ts";

/** What is loaded later, from the first render that needs it on. A server loads nothing. */
export function useLazy<T>(lazy: Lazy<T>): Loading<T> {
  const state = useSyncExternalStore(lazy.subscribe, lazy.read, () => notOnServer);
  useEffect(() => {
    let isNeeded = true;
    // The language of a page may be known only after the first render: see useLanguage.
    queueMicrotask(() => {
      if (isNeeded && lazy.read().status === "waiting") void lazy.load();
    });
    return () => {
      isNeeded = false;
    };
  }, [lazy]);
  return state;
}

const notOnServer = { status: "waiting" } as const;
