"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { transmissionBodyQuery } from "../../client/queries.ts";
import type { Transmission } from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useHighlight } from "../../hooks/useHighlight.ts";
import { usePageId } from "../../hooks/usePageId.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { readPayload, readText } from "../../payload/readPayload.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { DigestCheckResult } from "../PayloadPreview/DigestCheckResult.tsx";
import { PayloadBytes } from "../PayloadPreview/PayloadBytes.tsx";
import { ReportDifference } from "./ReportDifference.tsx";
import type { ReportBefore } from "./reportBefore.ts";
import { useConsentActivity } from "./useConsentActivity.ts";

export interface SentBytesProps {
  readonly purpose: string;
  readonly entry: Transmission;
  /** What its bytes are compared with. */
  readonly before: ReportBefore;
  readonly headingLevel: number;
}

/** What is read at a glance is shown at once. */
const smallBytes = 4_096;

/** What differs from the report before, and the very bytes: at once where they are few. */
export function SentBytes({ purpose, entry, before, headingLevel }: SentBytesProps) {
  const words = useWords();
  const id = usePageId();
  const { client, queryClient, language } = usePrivacy();
  const isSmall = entry.size <= smallBytes;
  const [isShown, setIsShown] = useState(isSmall);
  const { data, error, isFetching } = useQuery(
    transmissionBodyQuery(client, entry.id),
    queryClient,
  );
  const settled = useSettledError(error, isFetching);
  const schema = useConsentActivity(purpose)?.schema;
  const isReport = entry.kind === "report";
  const reading = useMemo(
    () => (data && schema && isReport ? readPayload(data.bytes, schema) : undefined),
    [data, schema, isReport],
  );
  const highlight = useHighlight(reading);
  const { values, changed, highlighted, selections } = highlight;
  const marked = useMemo(
    () =>
      reading && changed.size > 0
        ? { reading, values: values(), highlighted, selections, changed }
        : undefined,
    [reading, values, highlighted, selections, changed],
  );
  if (settled) return <ErrorMessage error={settled} />;
  if (!data) return <p>{words("payload.loading")}</p>;
  const read = readText(data.bytes);
  return (
    <>
      {reading && schema && (
        <ReportDifference
          {...{ purpose, before, highlight, headingLevel }}
          after={{ reading, schema }}
        />
      )}
      {!isSmall && (
        <div className="kt-tools">
          <button
            type="button"
            className="kt-button"
            aria-expanded={isShown}
            aria-controls={isShown ? id : undefined}
            onClick={() => setIsShown(!isShown)}
          >
            {words(isShown ? "log.hide" : "log.show")}
          </button>
        </div>
      )}
      {isShown && (
        <div id={id}>
          <DigestCheckResult check={data.check} />
          <PayloadBytes
            bytes={data.bytes}
            text={"text" in read ? read.text : undefined}
            isWhole={read.status === "text"}
            label={words("log.bytes", {
              time: formatMoment(new Date(entry.at), language),
            })}
            fileName={`${entry.id}.json`}
            marked={marked}
          />
        </div>
      )}
    </>
  );
}
