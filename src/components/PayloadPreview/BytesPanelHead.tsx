"use client";
import type { Ref } from "react";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment, formatNumber } from "../../i18n/formatMoment.ts";
import { showDigest } from "../../payload/showDigest.ts";
import { Heading } from "../Heading.tsx";
import { TimedText } from "../TimedText.tsx";
import { DigestCheckResult } from "./DigestCheckResult.tsx";
import type { PayloadOnScreen } from "./types.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface BytesPanelHeadProps {
  readonly content: PayloadOnScreen;
  readonly headingLevel: number;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** How many bytes, what they are, when they were read, and whether their digest matches. */
export function BytesPanelHead({
  content,
  headingLevel,
  headingRef,
}: BytesPanelHeadProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { panel, setPanel, isEffective } = usePayloadView();
  const { payload, reading, hasPlaceholder } = content;
  const { bytes, kind, fetchedAt, check } = payload;
  const isTable = panel === "table";
  return (
    <>
      <div className="kt-bytes-panel__head">
        <Heading headingRef={headingRef} level={headingLevel} data-kt="bytes-heading">
          {words("payload.bytes", {
            count: bytes.length,
            number: formatNumber(bytes.length, language),
          })}
        </Heading>
        {reading.status === "readable" && (
          <button
            type="button"
            className="kt-button"
            aria-pressed={isTable}
            onClick={() => setPanel(isTable ? "bytes" : "table")}
          >
            {words("table.show")}
          </button>
        )}
      </div>
      <p className="kt-bytes-panel__note">
        <span>
          {words(`payload.kind.${kind === "next" && isEffective ? "planned" : kind}`)}
        </span>
        <span> </span>
        {hasPlaceholder && (
          <>
            <span>{words("payload.placeholder")}</span>
            <span> </span>
          </>
        )}
        <TimedText
          text={words("payload.fetched", { time: formatMoment(fetchedAt, language) })}
          moments={[fetchedAt.toISOString()]}
        />
      </p>
      <DigestCheckResult check={check} />
      <p className="kt-digest">
        <abbr title="Secure Hash Algorithm">{words("payload.digest")}</abbr>
        <span> </span>
        <code translate="no">{showDigest(check.digest)}</code>
      </p>
    </>
  );
}
