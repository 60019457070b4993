"use client";
import type { Viewer } from "../../contract/purposeState.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface RecoveryProps {
  /** Whether the panel's state cannot be read at the moment. */
  readonly isFailing: boolean;
  /** Who is signed in, where it is known. */
  readonly viewer: Viewer | undefined;
}

/** Announces that the panel's state can be read again, and by whom; shows nothing. */
export function Recovery({ isFailing, viewer }: RecoveryProps) {
  const words = useWords();
  const sentence = [
    words("recovered"),
    ...(viewer ? [words("viewer", { name: viewer.name })] : []),
  ].join(" ");
  useAnnounceChange(isFailing ? "failing" : "read", isFailing ? "" : sentence);
  return null;
}
