"use client";
import { useEffect, useId, useLayoutEffect, useState } from "react";

/** A server has no layout, and React 18 warns of effects that wait for one there. */
const useEarlyEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * An id that stands once on the page. `useId` counts within a root, and each copy of React
 * or Preact by itself, so two of them may give the same: whoever is mounted first keeps it,
 * as a server wrote it, and the next gets one of its own before it is painted.
 */
export function usePageId(): string {
  const given = useId();
  const [number, setNumber] = useState(1);
  const id = named(given, number);

  useEarlyEffect(() => {
    const claimed = claim(given);
    setNumber(claimed);
    return () => void claimedIds().delete(named(given, claimed));
  }, [given]);

  return id;
}

function named(given: string, number: number): string {
  return `kt${number > 1 ? number : ""}-${given}`;
}

function claim(given: string): number {
  const taken = claimedIds();
  let number = 1;
  while (taken.has(named(given, number))) number += 1;
  taken.add(named(given, number));
  return number;
}

const registry = Symbol.for("klartext.ids");

/** What every root of every copy of this module on the page has taken. */
function claimedIds(): Set<string> {
  const page = globalThis as { [registry]?: Set<string> };
  page[registry] ??= new Set();
  return page[registry];
}
