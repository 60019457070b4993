"use client";
import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useState,
} from "react";
import type { StatusChipProps } from "../PurposeStatus/index.ts";

/** What the chip of each card says, by purpose. */
type Statuses = Readonly<Record<string, StatusChipProps>>;

/** Takes what the chip of a purpose's card says; undefined when the card is gone. */
type TellStatus = (purpose: string, chip: StatusChipProps | undefined) => void;

const StatusesContext = createContext<Statuses>({});
const TellStatusContext = createContext<TellStatus>(() => {});

/** Brings what cards say to the overview; nothing else is rendered anew for it. */
export function StatusesProvider({ children }: { readonly children: ReactNode }) {
  const [chips, setChips] = useState<Statuses>({});
  const tellStatus = useCallback<TellStatus>((purpose, chip) => {
    setChips(({ [purpose]: _before, ...others }) =>
      chip ? { ...others, [purpose]: chip } : others,
    );
  }, []);
  return (
    <TellStatusContext.Provider value={tellStatus}>
      <StatusesContext.Provider value={chips}>{children}</StatusesContext.Provider>
    </TellStatusContext.Provider>
  );
}

/** What the cards say at the moment. */
export function useStatuses(): Statuses {
  return useContext(StatusesContext);
}

/** A server has no layout, and React 18 warns of effects that wait for one there. */
const useEarlyEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/** Tells the overview what a card says, before either is painted: they never disagree. */
export function useTellStatus(
  purpose: string,
  { status, isLastKnown }: StatusChipProps,
): void {
  const tell = useContext(TellStatusContext);
  useEarlyEffect(() => {
    tell(purpose, { status, isLastKnown });
    return () => tell(purpose, undefined);
  }, [tell, purpose, status, isLastKnown]);
}
