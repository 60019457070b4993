"use client";
import { createContext, useContext } from "react";

/** Says a sentence once to those who do not see the page. */
export type Announce = (sentence: string) => void;

export const AnnounceContext = createContext<Announce | null>(null);

/** @throws outside a `<PrivacyCenter>`. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (announce) return announce;
  throw new Error(
    "useAnnounce was called outside a <PrivacyCenter>. Render the component inside one.",
  );
}
