"use client";
import { useWords } from "../../hooks/useWords.ts";
import { FindingSentences, useFindings } from "./PayloadFindings.tsx";

/** More is no help to a reader, and stands in the bytes. */
const maxWithBytes = 100;

/** All that is wrong with the bytes, beside them. */
export function FindingList() {
  const words = useWords();
  const findings = useFindings(maxWithBytes);
  if (findings.length === 0) return null;
  return (
    <section
      className="kt-alert"
      aria-label={words("payload.findings")}
      data-kt="findings"
    >
      <FindingSentences sentences={findings} />
    </section>
  );
}
