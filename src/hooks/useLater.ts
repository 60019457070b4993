"use client";
import { useEffect, useSyncExternalStore } from "react";
import type { Later, Loading } from "../client/createLater.ts";

/** What is loaded later, from the first render that needs it on. A server loads nothing. */
export function useLater<T>(later: Later<T>): Loading<T> {
  const state = useSyncExternalStore(later.subscribe, later.read, () => notOnServer);
  useEffect(() => {
    let isNeeded = true;
    // The language of a page may be known only after the first render: see useLanguage.
    queueMicrotask(() => {
      if (isNeeded && later.read().status === "waiting") void later.load();
    });
    return () => {
      isNeeded = false;
    };
  }, [later]);
  return state;
}

const notOnServer = { status: "waiting" } as const;
