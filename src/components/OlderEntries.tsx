"use client";
import type { ShownEntries } from "../hooks/useEntries.ts";
import { useWords } from "../hooks/useWords.ts";
import { Alert } from "./ErrorMessage/Alert.tsx";

export type OlderEntriesProps = Pick<
  ShownEntries<unknown>,
  "lookedThrough" | "repeats" | "isReading" | "showOlder"
>;

/** How far a list has been read, and the button that reads on: nothing once all is read. */
export function OlderEntries({
  lookedThrough,
  repeats,
  isReading,
  showOlder,
}: OlderEntriesProps) {
  const words = useWords();
  return (
    <>
      {lookedThrough !== undefined && (
        <p>{words("list.lookedThrough", { count: lookedThrough })}</p>
      )}
      <Alert>{repeats && <p>{words("list.repeats")}</p>}</Alert>
      {showOlder && (
        <div className="kt-tools">
          <button
            type="button"
            className="kt-button"
            aria-busy={isReading || undefined}
            aria-disabled={isReading || undefined}
            onClick={showOlder}
          >
            {words("list.more")}
          </button>
        </div>
      )}
    </>
  );
}
