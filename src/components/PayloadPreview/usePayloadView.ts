"use client";
import { createContext, useContext } from "react";
import type { PayloadView } from "./types.ts";

export const PayloadViewContext = createContext<PayloadView | null>(null);

/** @throws outside a `<PayloadProvider>`. */
export function usePayloadView(): PayloadView {
  const view = useContext(PayloadViewContext);
  if (view) return view;
  throw new Error(
    "usePayloadView was called outside a <PayloadProvider>. Render the component inside one.",
  );
}
