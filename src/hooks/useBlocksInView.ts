"use client";
import { type RefObject, useEffect, useState } from "react";

/**
 * Which children of an element are on the screen or close to it, by index; all of them
 * where a browser cannot tell. Looks only while `isNeeded`.
 */
export function useBlocksInView(
  parent: RefObject<HTMLElement | null>,
  isNeeded: boolean,
): (index: number) => boolean {
  const [inView, setInView] = useState<ReadonlySet<number>>();

  useEffect(() => {
    const element = parent.current;
    if (!isNeeded || !element || typeof IntersectionObserver === "undefined") return;
    const indices = new Map([...element.children].map((child, index) => [child, index]));
    const observer = new IntersectionObserver(
      (entries) =>
        setInView((before) => {
          const after = new Set(before);
          for (const { target, isIntersecting } of entries) {
            const index = indices.get(target);
            if (index === undefined) continue;
            if (isIntersecting) after.add(index);
            else after.delete(index);
          }
          return after;
        }),
      { rootMargin: "100%" },
    );
    for (const child of indices.keys()) observer.observe(child);
    return () => observer.disconnect();
  }, [parent, isNeeded]);

  if (typeof IntersectionObserver === "undefined") return () => true;
  return (index) => inView?.has(index) ?? index === 0;
}
