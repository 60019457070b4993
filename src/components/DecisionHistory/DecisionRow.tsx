"use client";
import {
  type DecisionRecord,
  type RecordedEvent,
  recordedEvents,
} from "../../contract/decisionRecord.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolate } from "../../payload/isolate.ts";
import { formatDay } from "../../policy/formatDay.ts";
import { findRevision } from "../../policy/revisions.ts";
import { EntryRow } from "../EntryTable/EntryRow.tsx";
import type { EntryColumn } from "../EntryTable/EntryTable.tsx";
import { type EntryMark, MarkedWord } from "../EntryTable/MarkedWord.tsx";
import type { IconName } from "../Icon/Icon.tsx";
import { DecisionReceipt } from "./DecisionReceipt.tsx";

/** The columns of the history. */
export function historyColumns(words: Words): readonly EntryColumn[] {
  return (["when", "event", "by", "revision", "receipt"] as const).map((id) => ({
    id,
    label: words(`history.column.${id}`),
  }));
}

const marks: Readonly<Record<RecordedEvent | "unknown", readonly [EntryMark, IconName]>> =
  {
    granted: ["sent", "check"],
    refused: ["plain", "barred-ring"],
    withdrawn: ["plain", "pause"],
    outdated: ["open", "bent-arrow"],
    "deletion-requested": ["open", "half-ring"],
    "deletion-confirmed": ["plain", "ring-check"],
    unknown: ["plain", "question"],
  };

export interface DecisionRowProps {
  readonly columns: readonly EntryColumn[];
  readonly entry: DecisionRecord;
  /** Of the headings in a receipt. */
  readonly headingLevel: number;
}

/** One event: when, what, who, the revision; opened, its receipt, if there is one. */
export function DecisionRow({ columns, entry, headingLevel }: DecisionRowProps) {
  const words = useWords();
  const { policy, language } = usePrivacy();
  const { at, by, revision, receipt } = entry;
  const time = formatMoment(new Date(at), language);
  const known = knownOf(recordedEvents, entry.event) ?? "unknown";
  const [mark, icon] = marks[known];
  const event = words(`history.event.${known}`);
  const found = revision === null ? undefined : findRevision(policy, revision);
  return (
    <EntryRow
      id={entry.id}
      columns={columns}
      cells={[
        <time key="when" dateTime={at}>
          {time}
        </time>,
        <MarkedWord key="event" icon={icon} mark={mark}>
          {event}
        </MarkedWord>,
        by ? <bdi key="by">{isolate(by.name)}</bdi> : words("history.nobody"),
        found ? (
          <time key="revision" dateTime={found.revision.date}>
            {formatDay(found.revision.date, found.texts[language].day)}
          </time>
        ) : (
          revision !== null && <bdi key="revision">{isolate(revision)}</bdi>
        ),
      ]}
      details={
        receipt === null
          ? undefined
          : {
              label: words("history.show"),
              of: words("history.receiptOf", { event, time }),
              render: () => <DecisionReceipt id={receipt} headingLevel={headingLevel} />,
            }
      }
    />
  );
}
