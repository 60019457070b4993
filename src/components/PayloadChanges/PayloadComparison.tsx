"use client";
import { usePayloadView } from "../PayloadPreview/usePayloadView.ts";
import { ComparedBytes, type ComparedBytesProps } from "./ComparedBytes.tsx";

export type PayloadComparisonProps = Omit<ComparedBytesProps, "items" | "highlight">;

/** What the payload on the screen holds otherwise than another. */
export function PayloadComparison(props: PayloadComparisonProps) {
  const { items, highlight } = usePayloadView();
  return <ComparedBytes {...props} {...{ items, highlight }} />;
}
