"use client";
import { useEffect, useRef, useState } from "react";

/** A value as it was when the focus came, and the handlers that tell of the focus. */
interface Unfocused<Value> {
  readonly value: Value;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Holds a value back while an element has the focus, and gives the newest at once when it
 * leaves: what describes the focused element is read aloud again whenever it changes.
 */
export function useWhileUnfocused<Value extends string | undefined>(
  newest: Value,
): Unfocused<Value> {
  const [value, setValue] = useState(newest);
  const isFocused = useRef(false);
  useEffect(() => {
    if (!isFocused.current) setValue(newest);
  }, [newest]);
  return {
    value,
    onFocus: () => {
      isFocused.current = true;
    },
    onBlur: () => {
      isFocused.current = false;
      if (value !== newest) setValue(newest);
    },
  };
}
