"use client";
import { type SyntheticEvent, useState } from "react";
import { useTransmissions } from "../../hooks/useTransmissions.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { TransmissionEntry } from "./TransmissionEntry.tsx";

export interface TransmissionLogProps {
  readonly purpose: string;
  /** The heading of the purpose, for the name of the log. */
  readonly heading: string;
}

/** Everything that was sent for a purpose, or tried: a `<details>` that reads when opened. */
export function TransmissionLog({ purpose, heading }: TransmissionLogProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { entries, error, showOlder } = useTransmissions(purpose, isOpen);

  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) =>
    setIsOpen(event.currentTarget.open);

  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="log">
      <summary>{words("log.heading", { heading })}</summary>
      {error && <ErrorMessage error={error} />}
      {!entries && !error && <p>{words("loading")}</p>}
      {entries?.length === 0 && !showOlder && <p>{words("log.empty")}</p>}
      {entries && entries.length > 0 && (
        <ol className="kt-log">
          {entries.map((entry) => (
            <TransmissionEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {showOlder && (
        <button type="button" className="kt-button" onClick={showOlder}>
          {words("log.more")}
        </button>
      )}
    </details>
  );
}
