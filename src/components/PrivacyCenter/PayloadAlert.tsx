"use client";
import { PayloadFindings, usePayloadView } from "../PayloadPreview/index.ts";

/** What is wrong with the bytes, directly under the controls, with the way to it. */
export function PayloadAlert() {
  const { content } = usePayloadView();
  if (content.status !== "shown" || content.findings.length === 0) return null;
  return (
    <div className="kt-alert">
      <PayloadFindings />
    </div>
  );
}
