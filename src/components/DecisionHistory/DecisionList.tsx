"use client";
import { useDecisions } from "../../hooks/useDecisions.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { DecisionEntry } from "./DecisionEntry.tsx";

export interface DecisionListProps {
  readonly purpose: string;
}

/** The decisions on one purpose, newest first. */
export function DecisionList({ purpose }: DecisionListProps) {
  const words = useWords();
  const { loading } = useOpeningWords();
  const { entries, error, showOlder } = useDecisions(purpose);
  return (
    <>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{loading}</p>}
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
