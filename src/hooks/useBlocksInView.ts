"use client";
import { type RefObject, useEffect, useState } from "react";

/**
 * Which blocks, the children of an element, are in what its parent scrolls to or close to
 * it, by index; all of them where a browser cannot tell. Looks only while `isNeeded`.
 */
export function useBlocksInView(
  parent: RefObject<HTMLElement | null>,
  blocks: readonly unknown[],
  isNeeded: boolean,
): (index: number) => boolean {
  const [seen, setSeen] = useState<Seen>({ blocks, indices: new Set([0]) });

  useEffect(() => {
    const element = parent.current;
    if (!isNeeded || !element || typeof IntersectionObserver === "undefined") return;
    const children = [...element.children].slice(0, blocks.length);
    const places = new Map(children.map((child, index) => [child, index]));
    const indices = new Set([0]);
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const index = places.get(target);
          if (index === undefined) continue;
          if (isIntersecting) indices.add(index);
          else indices.delete(index);
        }
        setSeen({ blocks, indices: new Set(indices) });
      },
      { root: element.parentElement, rootMargin: "100%" },
    );
    for (const child of children) observer.observe(child);
    return () => observer.disconnect();
  }, [parent, blocks, isNeeded]);

  if (typeof IntersectionObserver === "undefined") return () => true;
  return (index) => (seen.blocks === blocks ? seen.indices.has(index) : index === 0);
}

interface Seen {
  readonly blocks: readonly unknown[];
  readonly indices: ReadonlySet<number>;
}
