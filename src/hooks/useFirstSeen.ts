"use client";
import { useState } from "react";

/**
 * When a value was first seen on the page: what was read earlier was read without it. The
 * first one came with what was read `since`, before anything was rendered to show it.
 */
export function useFirstSeen(value: number, since: number): number {
  const [seen, setSeen] = useState({ value, at: since });
  if (seen.value === value) return seen.at;
  const at = Date.now();
  setSeen({ value, at });
  return at;
}
