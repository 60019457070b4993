"use client";
import { type ReactNode, useRef } from "react";
import type { KlartextError } from "../../client/errors.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useWords } from "../../hooks/useWords.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";

export interface KeptEntryProps {
  readonly heading: string;
  /** What is said once every entry has been read and none has bytes to compare. */
  readonly missing: string;
  readonly headingLevel: number;
  /** What has been read so far; undefined before that. */
  readonly entries: readonly unknown[] | undefined;
  readonly error: KlartextError | undefined;
  /** Reads older entries; none where there are none, and only then is it known. */
  readonly showOlder: (() => void) | undefined;
  /** The comparison, once an entry with bytes has been found. */
  readonly children: ReactNode;
}

/** A comparison with what the panel has kept, or how far the search for it has come. */
export function KeptEntry({
  heading,
  missing,
  headingLevel,
  entries,
  error,
  showOlder,
  children,
}: KeptEntryProps) {
  const words = useWords();
  const root = useRef<HTMLDivElement>(null);
  useKeepFocus(root, root);
  return (
    <div ref={root} tabIndex={-1}>
      {error ? (
        <ErrorMessage error={error} />
      ) : !entries ? (
        <p>{words("payload.loading")}</p>
      ) : (
        children || (
          <>
            <Heading level={headingLevel}>{heading}</Heading>
            {showOlder ? (
              <div className="kt-tools">
                <button type="button" className="kt-button" onClick={showOlder}>
                  {words("history.more")}
                </button>
              </div>
            ) : (
              <p>{missing}</p>
            )}
          </>
        )
      )}
    </div>
  );
}
