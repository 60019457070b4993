"use client";
import { useState } from "react";
import type { StoreState, Viewer } from "../../contract/purposeState.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useRefetchOnChange } from "../../hooks/useRefetchOnChange.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface RecoveryAnnouncerProps {
  /** Why the panel's state cannot be read at the moment. */
  readonly failure: "signed-out" | "problem" | undefined;
  /** Whether it is the state of the purposes, and not the policy alone, that has no answer. */
  readonly isStateFailing: boolean;
  /** Who is signed in, where it is known. */
  readonly viewer: Viewer | undefined;
  /** How far the panel's store is, where it is known. */
  readonly store: StoreState | undefined;
}

/**
 * Announces who has signed in, or that the panel answers again, and has read anew what could
 * not be read or is of an older store; shows nothing.
 */
export function RecoveryAnnouncer({
  failure,
  isStateFailing,
  viewer,
  store,
}: RecoveryAnnouncerProps) {
  const words = useWords();
  useRefetchOnChange(store, isStateFailing);
  const [last, setLast] = useState(failure);
  if (failure && failure !== last) setLast(failure);
  const recovered =
    last === "signed-out" && viewer
      ? words("viewer", { name: viewer.name })
      : words("recovered");
  useAnnounceChange(failure ? "failing" : "read", failure ? "" : recovered);
  return null;
}
