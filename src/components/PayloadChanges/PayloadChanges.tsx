"use client";
import { type SyntheticEvent, useState } from "react";
import type { ReadBefore } from "../../hooks/usePayload.ts";
import type { Pointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { CardItem } from "../../policy/document.ts";
import type { Policy } from "../../policy/policy.ts";
import { LoadedLater } from "../LoadedLater.tsx";
import { keptComparisons, payloadComparison } from "../parts.ts";

export interface PayloadChangesProps {
  readonly purpose: string;
  /** The revision in force. */
  readonly policy: Policy;
  /** The heading of the purpose, for the names of what is compared. */
  readonly heading: string;
  /** The bytes on the screen. */
  readonly shown: ReadBefore;
  /** What stood there before the person asked for newer bytes. */
  readonly before: ReadBefore | undefined;
  readonly pointing: Pointing;
  readonly items: readonly CardItem[];
  readonly headingLevel: number;
}

/**
 * What changed: at once against the bytes that stood here before, and in a `<details>` that
 * reads when opened against what was agreed to, what was sent last, and older revisions.
 */
export function PayloadChanges({ heading, before, ...rest }: PayloadChangesProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
  };

  return (
    <>
      {before && (
        <LoadedLater
          part={payloadComparison}
          props={{ ...rest, title: words("changes.before"), before, after: rest.shown }}
        />
      )}
      <details className="kt-disclosure" onToggle={onToggle} data-kt="changes">
        <summary>{words("changes.heading", { heading })}</summary>
        {isOpen && <LoadedLater part={keptComparisons} props={rest} />}
      </details>
    </>
  );
}
