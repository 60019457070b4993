"use client";
import { type SyntheticEvent, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { LazyPart } from "../LazyPart.tsx";
import { usePayloadView } from "../PayloadPreview/usePayloadView.ts";
import { lazyEarlierComparisons, lazyPayloadComparison } from "./lazy.ts";
import { useShownPayload } from "./useShownPayload.ts";

export interface PayloadChangesProps {
  readonly headingLevel: number;
}

/** What changed against the bytes that stood on the screen before; nothing if none did. */
export function NewerChanges({ headingLevel }: PayloadChangesProps) {
  const words = useWords();
  const { before } = usePayloadView();
  const after = useShownPayload();
  if (!before || !after) return null;
  const title = words("changes.before");
  return (
    <LazyPart
      part={lazyPayloadComparison}
      props={{ title, before, after, headingLevel }}
    />
  );
}

/**
 * What changed since: a `<details>` that reads, when opened, what was agreed to, what was
 * sent last, and which values older revisions told of.
 */
export function PayloadChanges({ headingLevel }: PayloadChangesProps) {
  const words = useWords();
  const { section } = usePayloadView();
  const shown = useShownPayload();
  const [isOpen, setIsOpen] = useState(false);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
  };
  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="changes">
      <summary>{words("changes.heading", { heading: section.heading })}</summary>
      {isOpen && shown && (
        <LazyPart part={lazyEarlierComparisons} props={{ shown, headingLevel }} />
      )}
    </details>
  );
}
