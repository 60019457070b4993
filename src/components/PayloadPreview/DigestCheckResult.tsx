"use client";
import { useWords } from "../../hooks/useWords.ts";
import type { DigestCheck } from "../../payload/checkDigest.ts";

export interface DigestCheckResultProps {
  readonly check: DigestCheck;
}

/** What the comparison of the bytes with the panel's digest found: a sign and a sentence. */
export function DigestCheckResult({ check: { status } }: DigestCheckResultProps) {
  const words = useWords();
  return (
    <p className="kt-check" data-check={status} data-kt="digest">
      <span aria-hidden="true" className="kt-check__sign">
        {signs[status]}
      </span>
      <span>{words(`payload.check.${status}`)}</span>
    </p>
  );
}

const signs = {
  matches: "=",
  differs: "≠",
  "not-stated": "?",
  recoded: "?",
} satisfies Record<DigestCheck["status"], string>;
