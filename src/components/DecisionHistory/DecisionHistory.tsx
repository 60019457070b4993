"use client";
import { type SyntheticEvent, useState } from "react";
import { useDecisions } from "../../hooks/useDecisions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { DecisionEntry } from "./DecisionEntry.tsx";

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
      {isOpen && <DecisionList purpose={purpose} />}
    </details>
  );
}

function DecisionList({ purpose }: Pick<DecisionHistoryProps, "purpose">) {
  const words = useWords();
  const { entries, error, showOlder } = useDecisions(purpose);
  return (
    <>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{words("loading")}</p>}
      {entries?.length === 0 && <p>{words("history.empty")}</p>}
      {entries && entries.length > 0 && (
        <ol className="kt-log">
          {entries.map((entry) => (
            <DecisionEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {showOlder && (
        <button type="button" className="kt-button" onClick={showOlder}>
          {words("history.more")}
        </button>
      )}
    </>
  );
}
