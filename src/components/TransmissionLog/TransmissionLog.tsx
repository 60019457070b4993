"use client";
import { useMemo, useRef, useState } from "react";
import { useOpeningWords } from "../../hooks/useOpeningWords.ts";
import { useTransmissions } from "../../hooks/useTransmissions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { EntryTable } from "../EntryTable/EntryTable.tsx";
import { useFocusFirstOlder } from "../EntryTable/useFocusFirstOlder.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { OlderEntries } from "../OlderEntries.tsx";
import { everyEntry, filterEntries } from "./filterEntries.ts";
import { LogFilter } from "./LogFilter.tsx";
import { ReportYear } from "./ReportYear.tsx";
import { reportBefore } from "./reportBefore.ts";
import { logColumns, TransmissionRow } from "./TransmissionRow.tsx";
import { useConsentActivity } from "./useConsentActivity.ts";

export interface TransmissionLogProps {
  readonly purpose: string;
  /** The heading of the purpose, for the name of the log. */
  readonly heading: string;
  /** Whether somebody looks at it; it is read anew only then. */
  readonly isOpen: boolean;
  readonly headingLevel: number;
  /** In the month that the year at a glance ends with. @default the present */
  readonly now?: Date;
}

/** More than fits on a screen. */
const entriesOfScreen = 12;

/**
 * Everything that was sent for a purpose, or tried, newest first: a year at a glance, and a
 * `<table>` whose rows open. A long one can be filtered.
 */
export function TransmissionLog({
  purpose,
  heading,
  isOpen,
  headingLevel,
  now = new Date(),
}: TransmissionLogProps) {
  const words = useWords();
  const { loading } = useOpeningWords();
  const schedule = useConsentActivity(purpose)?.schedule ?? "event";
  const container = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState(everyEntry);
  const { entries, error, readBackTo, ...older } = useTransmissions(purpose, isOpen);
  const isWhole = readBackTo === undefined;
  const isLong = entries !== undefined && (entries.length > entriesOfScreen || !isWhole);
  const shown = useMemo(
    () => (entries ? filterEntries(entries, isLong ? filter : everyEntry) : []),
    [entries, isLong, filter],
  );
  useFocusFirstOlder(
    container,
    shown.map(({ id }) => id),
    isWhole,
  );
  const columns = logColumns(words);

  return (
    <div ref={container}>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{loading}</p>}
      {entries?.length === 0 && isWhole && <p>{words("log.empty")}</p>}
      {entries && entries.length > 0 && (
        <>
          <ReportYear {...{ heading, schedule, entries, readBackTo, now }} />
          {isLong && (
            <LogFilter
              {...{ heading, filter, isWhole }}
              count={entries.length}
              shown={shown.length}
              onChange={setFilter}
            />
          )}
          {shown.length > 0 && (
            <EntryTable caption={words("log.heading", { heading })} columns={columns}>
              {shown.map((entry) => (
                <TransmissionRow
                  key={entry.id}
                  {...{ columns, entry, purpose, headingLevel }}
                  before={reportBefore(entries, entry, isWhole)}
                />
              ))}
            </EntryTable>
          )}
        </>
      )}
      <OlderEntries {...older} />
    </div>
  );
}
