"use client";
import { type SyntheticEvent, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { LazyPart } from "../LazyPart.tsx";
import { lazyExportTool } from "./lazy.ts";

export interface PrivacyExportProps {
  /** Of the `<details>`, for links to it. */
  readonly id: string;
}

/**
 * One file for a data protection officer: a `<details>` with a button that reads the
 * decisions, their texts, the receipts and the log, and saves them when all are there.
 */
export function PrivacyExport({ id }: PrivacyExportProps) {
  const words = useWords();
  const [wasOpened, setWasOpened] = useState(false);

  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.currentTarget.open) setWasOpened(true);
  };

  return (
    <details
      id={id}
      className="kt-disclosure kt-card"
      onToggle={onToggle}
      data-kt="export"
    >
      <summary>{words("export.heading")}</summary>
      {wasOpened && <LazyPart part={lazyExportTool} props={{}} />}
    </details>
  );
}
