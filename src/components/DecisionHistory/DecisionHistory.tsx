"use client";
import { useRef } from "react";
import { useDecisions } from "../../hooks/useDecisions.ts";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { useWords } from "../../hooks/useWords.ts";
import { EntryTable } from "../EntryTable/EntryTable.tsx";
import { useFocusFirstOlder } from "../EntryTable/useFocusFirstOlder.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { OlderEntries } from "../OlderEntries.tsx";
import { DecisionRow, historyColumns } from "./DecisionRow.tsx";

export interface DecisionHistoryProps {
  readonly purpose: string;
  /** The heading of the purpose, for the name of the history. */
  readonly heading: string;
  /** Whether somebody looks at it; it is read anew only then. */
  readonly isOpen: boolean;
  /** Of the headings in a receipt. */
  readonly headingLevel: number;
}

/** Every decision on a purpose and what followed from it, newest first: a `<table>`. */
export function DecisionHistory({
  purpose,
  heading,
  isOpen,
  headingLevel,
}: DecisionHistoryProps) {
  const words = useWords();
  const { loading } = useOpeningWords();
  const container = useRef<HTMLDivElement>(null);
  const { entries, error, readBackTo, ...older } = useDecisions(purpose, isOpen);
  const isWhole = readBackTo === undefined;
  useFocusFirstOlder(container, entries?.map(({ id }) => id) ?? [], isWhole);
  const columns = historyColumns(words);
  return (
    <div ref={container}>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{loading}</p>}
      {entries?.length === 0 && isWhole && <p>{words("history.empty")}</p>}
      {entries && entries.length > 0 && (
        <EntryTable caption={words("history.heading", { heading })} columns={columns}>
          {entries.map((entry) => (
            <DecisionRow key={entry.id} {...{ columns, entry, headingLevel }} />
          ))}
        </EntryTable>
      )}
      <OlderEntries {...older} />
    </div>
  );
}
