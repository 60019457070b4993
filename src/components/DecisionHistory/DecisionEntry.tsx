"use client";
import { useState } from "react";
import { type DecisionRecord, recordedEvents } from "../../contract/decisionRecord.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { TimedText } from "../TimedText.tsx";
import { DecisionReceipt } from "./DecisionReceipt.tsx";

export interface DecisionEntryProps {
  readonly entry: DecisionRecord;
}

/** One event: what and when, who, the revision, and its receipt, if there is one. */
export function DecisionEntry({ entry }: DecisionEntryProps) {
  const words = useWords();
  const id = usePageId();
  const { language } = usePrivacy();
  const [isShown, setIsShown] = useState(false);
  const { by, revision, receipt } = entry;
  const told = [
    ...(by ? [words("history.by", { name: by.name })] : []),
    ...(revision === null ? [] : [words("history.revision", { revision })]),
  ];

  return (
    <li className="kt-log__entry">
      <p id={id}>
        <strong>
          <TimedText
            text={words("history.entry", {
              event: words(
                `history.event.${knownOf(recordedEvents, entry.event) ?? "unknown"}`,
              ),
              time: formatMoment(new Date(entry.at), language),
            })}
            moments={[entry.at]}
          />
        </strong>
      </p>
      {told.length > 0 && <p>{told.join(" · ")}</p>}
      {receipt !== null && (
        <div className="kt-tools">
          <button
            type="button"
            className="kt-button"
            aria-expanded={isShown}
            aria-describedby={id}
            onClick={() => setIsShown(!isShown)}
          >
            {words(isShown ? "history.hide" : "history.show")}
          </button>
        </div>
      )}
      {receipt !== null && isShown && <DecisionReceipt id={receipt} />}
    </li>
  );
}
