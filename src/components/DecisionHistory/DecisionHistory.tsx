"use client";
import { type SyntheticEvent, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { LoadedLater } from "../LoadedLater.tsx";
import { decisionList } from "../parts.ts";

export interface DecisionHistoryProps {
  readonly purpose: string;
  /** The heading of the purpose, for the name of the history. */
  readonly heading: string;
}

/**
 * Every decision on a purpose and what followed from it, each with its receipt: a
 * `<details>` that reads when opened.
 */
export function DecisionHistory({ purpose, heading }: DecisionHistoryProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);

  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
  };

  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="history">
      <summary>{words("history.heading", { heading })}</summary>
      {isOpen && <LoadedLater part={decisionList} props={{ purpose }} />}
    </details>
  );
}
