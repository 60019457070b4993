"use client";
import { useDecisions } from "../../hooks/useDecisions.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { OlderEntries } from "../OlderEntries.tsx";
import { DecisionEntry } from "./DecisionEntry.tsx";

export interface DecisionListProps {
  readonly purpose: string;
}

/** The decisions on one purpose, newest first. */
export function DecisionList({ purpose }: DecisionListProps) {
  const words = useWords();
  const { loading } = useOpeningWords();
  const { entries, error, ...older } = useDecisions(purpose);
  const isWhole = !older.showOlder && !older.repeats;
  return (
    <>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{loading}</p>}
      {entries?.length === 0 && isWhole && <p>{words("history.empty")}</p>}
      {entries && entries.length > 0 && (
        <ol className="kt-log">
          {entries.map((entry) => (
            <DecisionEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <OlderEntries {...older} />
    </>
  );
}
