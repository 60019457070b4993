"use client";
import {
  ForeignAnswer,
  type KlartextError,
  OutsideContract,
} from "../../client/errors.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";

export interface ErrorEvidenceProps {
  readonly error: KlartextError | undefined;
}

/** What came that is no good answer, for whoever can look it up in a log: a `<details>`. */
export function ErrorEvidence({ error }: ErrorEvidenceProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const isToMend = error instanceof ForeignAnswer || error instanceof OutsideContract;
  if (!isToMend || !error.evidence) return null;
  const { method, url, status, headers, at } = error.evidence;
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
