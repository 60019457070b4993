"use client";
import type { Viewer } from "../../contract/purposeState.ts";
import { useWords } from "../../hooks/useWords.ts";

export interface ViewerNameProps {
  readonly viewer: Viewer;
}

/** As whom the panel knows the reader: a `<p>`. */
export function ViewerName({ viewer }: ViewerNameProps) {
  const words = useWords();
  return <p className="kt-hint">{words("viewer", { name: viewer.name })}</p>;
}
