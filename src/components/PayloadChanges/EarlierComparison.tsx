"use client";
import { type ReactNode, useRef } from "react";
import type { KlartextError } from "../../client/errors.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { OlderEntries, type OlderEntriesProps } from "../OlderEntries.tsx";

export interface EarlierComparisonProps {
  readonly heading: string;
  /** What is said once every entry has been read and none has bytes to compare. */
  readonly missing: string;
  readonly headingLevel: number;
  /** What has been read so far; undefined before that. */
  readonly entries: readonly unknown[] | undefined;
  readonly error: KlartextError | undefined;
  /** How far the list has been read; only at its end is it known that there is none. */
  readonly older: OlderEntriesProps;
  /** The comparison, once an entry with bytes has been found. */
  readonly children: ReactNode;
}

/** A comparison with what the panel has kept, or how far the search for it has come. */
export function EarlierComparison({
  heading,
  missing,
  headingLevel,
  entries,
  error,
  older,
  children,
}: EarlierComparisonProps) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root, root);
  return (
    <div ref={root}>
      {error ? (
        <ErrorMessage error={error} />
      ) : !entries ? (
        <p>{words("payload.loading")}</p>
      ) : (
        children || (
          <>
            <Heading level={headingLevel}>{heading}</Heading>
            {older.showOlder || older.repeats ? (
              <OlderEntries {...older} />
            ) : (
              <p>{missing}</p>
            )}
          </>
        )
      )}
    </div>
  );
}
