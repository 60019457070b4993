"use client";
import type { ReactNode } from "react";
import { signatureStates } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { isolateBidi } from "../../payload/isolateBidi.ts";
import { showDigest } from "../../payload/showDigest.ts";
import { SentBytes, type SentBytesProps } from "./SentBytes.tsx";

/** The answer, the request and its checksum, and the bytes, unless they were deleted. */
export function TransmissionDetails({
  purpose,
  entry,
  before,
  headingLevel,
}: SentBytesProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { status, nextAttemptAt, method, url, digest, body, signature } = entry;
  return (
    <>
      <dl className="kt-rows">
        {status !== null && (
          <Fact name={words("log.fact.status")}>{words("log.status", { status })}</Fact>
        )}
        {signature !== null && (
          <Fact name={words("log.fact.signature")}>
            {words(`signature.${knownOf(signatureStates, signature) ?? "unknown"}`)}
          </Fact>
        )}
        {nextAttemptAt !== null && (
          <Fact name={words("log.fact.next")}>
            <time dateTime={nextAttemptAt}>
              {formatMoment(new Date(nextAttemptAt), language)}
            </time>
          </Fact>
        )}
        <Fact name={words("log.fact.request")}>
          <code className="kt-digest" translate="no">
            {`${method} ${isolateBidi(url)}`}
          </code>
        </Fact>
        <Fact name={words("log.fact.digest")}>
          <code className="kt-digest" translate="no">
            {showDigest(digest)}
          </code>
        </Fact>
      </dl>
      {body === "deleted" && <p>{words("log.deleted")}</p>}
      {body === "kept" && <SentBytes {...{ purpose, entry, before, headingLevel }} />}
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Fact({ name, children }: FactProps) {
  return (
    <div className="kt-rows__row">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
