"use client";
import type { ReactNode } from "react";
import { Alert } from "../ErrorMessage/index.ts";
import { PayloadFindings, usePayloadView } from "../PayloadPreview/index.ts";

export interface PayloadAlertProps {
  /** Why consent cannot be given because of it; nothing where it can, or stands already. */
  readonly hindrance: ReactNode;
}

/** What is wrong with the bytes, directly under the controls, with the way to it. */
export function PayloadAlert({ hindrance }: PayloadAlertProps) {
  const { content } = usePayloadView();
  const hasFindings = content.status === "shown" && content.findings.length > 0;
  return (
    <Alert>
      {(hindrance || hasFindings) && (
        <>
          {hindrance}
          {hasFindings && <PayloadFindings />}
        </>
      )}
    </Alert>
  );
}
