"use client";
import { type ReactNode, useState } from "react";
import { Alert } from "./Alert.tsx";

export interface RetryAlertProps {
  /** What went wrong, and what to do. */
  readonly sentence: string;
  /** The name of the button. */
  readonly label: string;
  readonly onRetry: () => Promise<void>;
  readonly children?: ReactNode;
}

/** An alert with a button that tries again, one attempt at a time. */
export function RetryAlert({ sentence, label, onRetry, children }: RetryAlertProps) {
  const [isTrying, setIsTrying] = useState(false);
  const retry = async () => {
    if (isTrying) return;
    setIsTrying(true);
    await onRetry();
    setIsTrying(false);
  };
  return (
    <Alert announcesFirst>
      <p>{sentence}</p>
      {children}
      <button
        type="button"
        className="kt-button"
        aria-busy={isTrying || undefined}
        aria-disabled={isTrying || undefined}
        onClick={() => void retry()}
      >
        {label}
      </button>
    </Alert>
  );
}
