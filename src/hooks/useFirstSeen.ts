"use client";
import { useState } from "react";

/** A value and since when it is known, in milliseconds. */
export interface FirstSeen {
  readonly value: number;
  readonly at: number;
}

/**
 * When a value was first seen on the page: what was read earlier was read without it. The
 * first value may have been `known` before anything was rendered to show it.
 */
export function useFirstSeen(value: number, known: FirstSeen | undefined): number {
  const [seen, setSeen] = useState(() =>
    known?.value === value ? known : { value, at: Date.now() },
  );
  if (seen.value === value) return seen.at;
  const at = Date.now();
  setSeen({ value, at });
  return at;
}
