"use client";
import { LazyPart } from "../LazyPart.tsx";
import { lazyBytesPanel } from "./lazy.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface PayloadBytesPanelProps {
  readonly headingLevel: number;
}

/** The very bytes beside the sentences of the policy that cover them; nothing while closed. */
export function PayloadBytesPanel({ headingLevel }: PayloadBytesPanelProps) {
  const { content, panel } = usePayloadView();
  if (content.status !== "shown" || panel === "closed") return null;
  return <LazyPart part={lazyBytesPanel} props={{ content, headingLevel }} />;
}
