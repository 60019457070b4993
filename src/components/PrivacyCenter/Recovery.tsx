"use client";
import { useState } from "react";
import type { Viewer } from "../../contract/purposeState.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface RecoveryProps {
  /** Why the panel's state cannot be read at the moment. */
  readonly failure: "signed-out" | "problem" | undefined;
  /** Who is signed in, where it is known. */
  readonly viewer: Viewer | undefined;
}

/** Announces who has signed in, or that the panel answers again; shows nothing. */
export function Recovery({ failure, viewer }: RecoveryProps) {
  const words = useWords();
  const [last, setLast] = useState(failure);
  if (failure && failure !== last) setLast(failure);
  const recovered =
    last === "signed-out" && viewer
      ? words("viewer", { name: viewer.name })
      : words("recovered");
  useAnnounceChange(failure ? "failing" : "read", failure ? "" : recovered);
  return null;
}
