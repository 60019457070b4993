"use client";
import { useRef } from "react";
import type { PayloadAnswer } from "../../client/payloadAnswer.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useKeepFocus } from "../../hooks/useKeepFocus.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import type { ReadPayload } from "../../payload/readPayload.ts";
import { nilUuid } from "../../policy/builtIn/serverStatistics.ts";
import { Heading } from "../Heading.tsx";
import { DigestMark } from "./DigestMark.tsx";
import { PayloadBytes } from "./PayloadBytes.tsx";
import { PayloadSummary, type PayloadSummaryProps } from "./PayloadSummary.tsx";
import { formatPath } from "./summarize.ts";

export interface PayloadPreviewProps {
  readonly payload: PayloadAnswer;
  readonly reading: ReadPayload;
  readonly items: PayloadSummaryProps["items"];
  /** The sentence that says what is not sent. */
  readonly exclusions: string;
  /** What the payload is of, for the name of the block of bytes. */
  readonly heading: string;
  /** The name of the file that is saved. */
  readonly fileName: string;
  readonly headingLevel: number;
  /** Whether the panel has other bytes by now. */
  readonly newer: boolean;
  readonly onShowNewer: () => void;
}

/**
 * The data that would be sent: in words, and as the very bytes, which are shown as they
 * came and never written again.
 */
export function PayloadPreview({
  payload,
  reading,
  items,
  exclusions,
  heading,
  fileName,
  headingLevel,
  newer,
  onShowNewer,
}: PayloadPreviewProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const root = useRef<HTMLDivElement>(null);
  const title = useRef<HTMLHeadingElement>(null);
  useKeepFocus(root, title);
  const places = reading.status === "readable" ? reading.places : [];
  const text = "text" in reading ? reading.text : undefined;
  const hasPlaceholder = places.some(({ value }) => value === nilUuid);

  return (
    <div ref={root} className="kt-payload" data-kt="payload">
      <Heading headingRef={title} level={headingLevel} tabIndex={-1}>
        {words("payload.heading")}
      </Heading>
      <p className="kt-payload__kind">
        {words(`payload.kind.${payload.kind}`)}{" "}
        {words("payload.fetched", { time: formatMoment(payload.fetchedAt, language) })}
      </p>
      {newer && (
        <div className="kt-notice">
          <span>{words("payload.newer")}</span>
          <button type="button" className="kt-button" onClick={onShowNewer}>
            {words("payload.showNewer")}
          </button>
        </div>
      )}
      <PayloadFindings reading={reading} />
      <div className="kt-payload__views">
        <div className="kt-payload__words">
          <Heading level={headingLevel + 1}>{words("payload.words")}</Heading>
          {reading.status === "readable" && (
            <PayloadSummary places={places} items={items} />
          )}
          <p>{exclusions}</p>
        </div>
        <div className="kt-payload__bytes">
          <Heading level={headingLevel + 1}>
            {words("payload.bytes", { count: payload.bytes.length })}
          </Heading>
          <DigestMark check={payload.check} />
          {hasPlaceholder && <p>{words("payload.placeholder")}</p>}
          <PayloadBytes
            bytes={payload.bytes}
            text={text}
            label={words("payload.label", { heading })}
            fileName={fileName}
          />
          <p className="kt-digest">
            <abbr title="Secure Hash Algorithm">{words("payload.digest")}</abbr>{" "}
            <code translate="no">{payload.check.digest}</code>
          </p>
        </div>
      </div>
    </div>
  );
}

/** More is no help to a reader, and stands in the bytes. */
const mostFindings = 100;

function PayloadFindings({ reading }: { reading: ReadPayload }) {
  const words = useWords();
  if (reading.status === "not-utf8") {
    return <p className="kt-alert">{words("payload.notUtf8")}</p>;
  }
  if (reading.status === "not-json") {
    return <p className="kt-alert">{words("payload.notJson")}</p>;
  }
  if (reading.status === "too-large") return null;
  const findings = reading.places.flatMap(({ path, status }) =>
    status === "disclosed" ? [] : [{ path, status }],
  );
  if (findings.length === 0) return null;
  return (
    <ul className="kt-alert">
      {findings.slice(0, mostFindings).map(({ path, status }) => {
        const at = formatPath(path);
        return (
          <li key={`${status} ${JSON.stringify(path)}`}>
            {status === "absent"
              ? `${at}: ${words("payload.absent")}`
              : words(`payload.${status}`, { path: at })}
          </li>
        );
      })}
      {findings.length > mostFindings && (
        <li>
          {words("payload.moreFindings", { count: findings.length - mostFindings })}
        </li>
      )}
    </ul>
  );
}
