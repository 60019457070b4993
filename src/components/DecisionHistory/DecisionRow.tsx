"use client";
import {
  type DecisionRecord,
  type RecordedEvent,
  recordedEvents,
} from "../../contract/decisionRecord.ts";
import { decisionWays } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { receiptEvent } from "../../contract/receipt.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolateBidi } from "../../payload/isolateBidi.ts";
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
  const { at, revision, receipt } = entry;
  const time = formatMoment(new Date(at), language);
  const known = knownOf(recordedEvents, entry.event) ?? "unknown";
  const [mark, icon] = marks[known];
  const named = words(`history.event.${known}`);
  const event =
    entry.seen === "kinds" ? words("history.unseen", { event: named }) : named;
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
        <Who key="by" {...{ entry, words }} />,
        found ? (
          <time key="revision" dateTime={found.revision.date}>
            {formatDay(found.revision.date, found.texts[language].day)}
          </time>
        ) : (
          revision !== null && <bdi key="revision">{isolateBidi(revision)}</bdi>
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

interface WhoProps {
  readonly entry: DecisionRecord;
  readonly words: Words;
}

/** Who decided, and by which way if not on the page; nobody did what came by itself. */
function Who({ entry: { event, by, via }, words }: WhoProps) {
  const isDecision = receiptEvent(event) && event !== "deletion-confirmed";
  const way = via === null ? "unknown" : (knownOf(decisionWays, via) ?? "unknown");
  return (
    <>
      {by ? (
        <bdi>{isolateBidi(by.name)}</bdi>
      ) : (
        <span>{words(isDecision ? "history.unnamed" : "history.nobody")}</span>
      )}
      {via !== null && way !== "page" && (
        <>
          <span>, </span>
          <span>{words(`history.via.${way}`)}</span>
        </>
      )}
    </>
  );
}
