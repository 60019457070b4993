"use client";
import { createContext, useContext, useEffect, useLayoutEffect } from "react";
import type { PurposeStatus } from "../../client/purposeStatus.ts";

/** Takes the status that a purpose's card shows; undefined when the card is gone. */
export type TellStatus = (purpose: string, status: PurposeStatus | undefined) => void;

export const StatusesContext = createContext<TellStatus>(() => {});

/** A server has no layout, and React 18 warns of effects that wait for one there. */
const useEarlyEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Tells the overview what a card says, before either is painted: they never disagree. */
export function useTellStatus(purpose: string, status: PurposeStatus): void {
  const tell = useContext(StatusesContext);
  useEarlyEffect(() => {
    tell(purpose, status);
    return () => tell(purpose, undefined);
  }, [tell, purpose, status]);
}
