"use client";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { useTransmissions } from "../../hooks/useTransmissions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { OlderEntries } from "../OlderEntries.tsx";
import { TransmissionEntry } from "./TransmissionEntry.tsx";

export interface TransmissionListProps {
  readonly purpose: string;
  /** Whether somebody looks at it; it is read anew only then. */
  readonly isOpen: boolean;
}

/** The attempts of one purpose, newest first. */
export function TransmissionList({ purpose, isOpen }: TransmissionListProps) {
  const words = useWords();
  const { loading } = useOpeningWords();
  const { entries, error, ...older } = useTransmissions(purpose, isOpen);
  const isWhole = !older.showOlder && !older.repeats;
  return (
    <>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{loading}</p>}
      {entries?.length === 0 && isWhole && <p>{words("log.empty")}</p>}
      {entries && entries.length > 0 && (
        <ol className="kt-log">
          {entries.map((entry) => (
            <TransmissionEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      <OlderEntries {...older} />
    </>
  );
}
