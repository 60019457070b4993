"use client";
import type { Evidence } from "../../client/evidence.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";

export interface ErrorEvidenceProps {
  readonly evidence: Evidence;
}

/** What came, for whoever can look it up in a log: a `<details>`. */
export function ErrorEvidence({
  evidence: { method, url, status, headers, at },
}: ErrorEvidenceProps) {
  const words = useWords();
  const { language } = usePrivacy();
  return (
    <details className="kt-disclosure kt-evidence" data-kt="evidence">
      <summary>{words("evidence.heading")}</summary>
      <p>
        <bdi>
          {status === 0
            ? words("evidence.redirected", { method, url })
            : words("evidence.answered", { method, url, status })}
        </bdi>
      </p>
      <ul>
        {Object.entries(headers).map(([name, value]) => (
          <li key={name}>
            <bdi>{`${name}: ${value}`}</bdi>
          </li>
        ))}
        <li>{words("evidence.received", { time: formatMoment(at, language) })}</li>
      </ul>
    </details>
  );
}
