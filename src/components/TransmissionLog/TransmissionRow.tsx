"use client";
import { knownOf } from "../../contract/knownOf.ts";
import { type Transmission, transmissionKinds } from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import { formatMoment, formatNumber } from "../../i18n/formatMoment.ts";
import { EntryRow } from "../EntryTable/EntryRow.tsx";
import type { EntryColumn } from "../EntryTable/EntryTable.tsx";
import { MarkedWord } from "../EntryTable/MarkedWord.tsx";
import { outcomeOf } from "./outcomeOf.ts";
import type { ReportBefore } from "./reportBefore.ts";
import { TransmissionDetails } from "./TransmissionDetails.tsx";

/** The columns of the log. */
export function logColumns(words: Words): readonly EntryColumn[] {
  return [
    { id: "when", label: words("log.column.when") },
    { id: "what", label: words("log.column.what") },
    { id: "outcome", label: words("log.column.outcome") },
    { id: "size", label: words("log.column.size"), isNumber: true },
    { id: "details", label: words("log.column.details") },
  ];
}

export interface TransmissionRowProps {
  readonly columns: readonly EntryColumn[];
  readonly purpose: string;
  readonly entry: Transmission;
  /** What its bytes are compared with. */
  readonly before: ReportBefore;
  readonly headingLevel: number;
}

/** One attempt: when, what, how it ended and its size; opened, everything else about it. */
export function TransmissionRow({
  columns,
  purpose,
  entry,
  before,
  headingLevel,
}: TransmissionRowProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const time = formatMoment(new Date(entry.at), language);
  const kind = words(`log.kind.${knownOf(transmissionKinds, entry.kind) ?? "unknown"}`);
  const outcome = outcomeOf(entry, words);
  const size = formatNumber(entry.size, language);
  return (
    <EntryRow
      id={entry.id}
      columns={columns}
      cells={[
        <time key="when" dateTime={entry.at}>
          {time}
        </time>,
        kind,
        <MarkedWord key="outcome" icon={outcome.icon} mark={outcome.mark}>
          {outcome.word}
        </MarkedWord>,
        words("log.size", { count: entry.size, size }),
      ]}
      details={{
        label: words("log.column.details"),
        of: words("log.detailsOf", { kind, time }),
        render: () => (
          <TransmissionDetails {...{ purpose, entry, before, headingLevel }} />
        ),
      }}
    />
  );
}
