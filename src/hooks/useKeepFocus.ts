"use client";
import { type RefObject, useEffect, useRef } from "react";
import { focusOn } from "./focusOn.ts";

/**
 * Moves the focus to `fallback` when the element that had it within `container` has gone
 * from the page, so that a keyboard does not start at the top again (WCAG 2.4.3).
 */
export function useKeepFocus(
  container: RefObject<HTMLElement | null>,
  fallback: RefObject<HTMLElement | null>,
): void {
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const root = container.current;
    if (!root) return;
    const note = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : null;
    };
    root.addEventListener("focusin", note);
    return () => root.removeEventListener("focusin", note);
  }, [container]);

  useEffect(() => {
    const last = focused.current;
    if (!last || last.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) focusOn(fallback.current);
  });
}
