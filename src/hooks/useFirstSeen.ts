"use client";
import { useState } from "react";

/** When a value was first seen on the page: what was read earlier was read without it. */
export function useFirstSeen(value: number): number {
  const [seen, setSeen] = useState(() => ({ value, at: Date.now() }));
  if (seen.value === value) return seen.at;
  const at = Date.now();
  setSeen({ value, at });
  return at;
}
