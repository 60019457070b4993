"use client";
import { useState } from "react";

/** When a value was first seen, by the clock that `now` is read from. */
export function useFirstSeen(value: number, now: number): number {
  const [seen, setSeen] = useState({ value, at: now });
  if (seen.value === value) return seen.at;
  setSeen({ value, at: now });
  return now;
}
