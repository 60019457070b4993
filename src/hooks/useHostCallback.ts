"use client";
import { useCallback, useEffect, useRef } from "react";

/**
 * Tells the host by the handler that it gave last, apart from what the page is doing: a
 * handler that throws is reported as the host's own error, and breaks nothing here.
 */
export function useHostCallback<Told>(
  handler: ((told: Told) => void) | undefined,
): (told: Told) => void {
  const current = useRef(handler);
  useEffect(() => {
    current.current = handler;
  }, [handler]);
  return useCallback((told: Told) => {
    queueMicrotask(() => {
      try {
        current.current?.(told);
      } catch (error) {
        reportError(error);
      }
    });
  }, []);
}
