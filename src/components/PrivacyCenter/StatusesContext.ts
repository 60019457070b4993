"use client";
import { createContext, useContext, useEffect, useLayoutEffect } from "react";
import type { StatusChipProps } from "../PurposeStatus/index.ts";

/** Takes what the chip of a purpose's card says; undefined when the card is gone. */
export type TellStatus = (purpose: string, chip: StatusChipProps | undefined) => void;

export const StatusesContext = createContext<TellStatus>(() => {});

/** A server has no layout, and React 18 warns of effects that wait for one there. */
const useEarlyEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Tells the overview what a card says, before either is painted: they never disagree. */
export function useTellStatus(
  purpose: string,
  { status, isLastKnown }: StatusChipProps,
): void {
  const tell = useContext(StatusesContext);
  useEarlyEffect(() => {
    tell(purpose, { status, isLastKnown });
    return () => tell(purpose, undefined);
  }, [tell, purpose, status, isLastKnown]);
}
