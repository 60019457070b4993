"use client";
import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { receiptQuery } from "../../client/queries.ts";
import type { Receipt } from "../../contract/receipt.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useSettledError } from "../../hooks/useSettledError.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { ErrorMessage } from "../ErrorMessage/index.ts";
import { saveJson } from "../saveJson.ts";
import { TimedText } from "../TimedText.tsx";
import { describeReceipt } from "./describeReceipt.ts";
import { printAlone } from "./printAlone.ts";
import { ReceiptSignature } from "./ReceiptSignature.tsx";
import { ReceiptWords } from "./ReceiptWords.tsx";

export interface DecisionReceiptProps {
  readonly id: string;
  /** Of the wording's title. */
  readonly headingLevel: number;
}

/** A receipt, read from the panel when it is opened. */
export function DecisionReceipt({ id, headingLevel }: DecisionReceiptProps) {
  const words = useWords();
  const { client, queryClient } = usePrivacy();
  const { data, error, isFetching } = useQuery(receiptQuery(client, id), queryClient);
  const settled = useSettledError(error, isFetching);
  if (settled) return <ErrorMessage error={settled} />;
  if (!data) return <p>{words("receipt.loading")}</p>;
  return <ReceiptSheet receipt={data} headingLevel={headingLevel} />;
}

interface ReceiptSheetProps {
  readonly receipt: Receipt;
  readonly headingLevel: number;
}

/** A receipt to read, print and save: an `<article>` with a `<dl>` and the policy's words. */
function ReceiptSheet({ receipt, headingLevel }: ReceiptSheetProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const sheet = useRef<HTMLElement>(null);
  const at = receipt["dpv:isIndicatedAtTime"];
  const title = words("receipt.heading", {
    event: words(`history.event.${receipt["kt:event"]}`),
    time: formatMoment(new Date(at), language),
  });
  const notice = receipt["dpv:hasNotice"];
  const number = receipt["@id"].slice("urn:uuid:".length);

  return (
    <article ref={sheet} className="kt-receipt" aria-label={title} data-kt="receipt">
      <p className="kt-receipt__title">
        <strong>
          <TimedText text={title} moments={[at]} />
        </strong>
      </p>
      <dl className="kt-rows">
        {describeReceipt(receipt, words, language).map(
          ({ name, value, isCode, note }) => (
            <div key={name} className="kt-rows__row">
              <dt>{name}</dt>
              <dd className={isCode ? "kt-digest" : undefined}>
                {isCode ? (
                  <code translate="no">{value}</code>
                ) : (
                  <TimedText text={value} moments={[at]} />
                )}
                {note !== undefined && <p className="kt-hint">{note}</p>}
              </dd>
            </div>
          ),
        )}
        <ReceiptSignature receipt={receipt} />
      </dl>
      {notice?.["kt:text"] !== undefined && (
        <details className="kt-disclosure">
          <summary>{words("receipt.words")}</summary>
          <ReceiptWords
            text={notice["kt:text"]}
            lang={notice["dct:language"]}
            headingLevel={headingLevel}
          />
        </details>
      )}
      <div className="kt-tools">
        <button
          type="button"
          className="kt-button"
          onClick={() => sheet.current && printAlone(sheet.current)}
        >
          {words("receipt.print")}
        </button>
        <button
          type="button"
          className="kt-button"
          onClick={() =>
            saveJson(receipt, `receipt-${number}.jsonld`, "application/ld+json")
          }
        >
          {words("receipt.save")}
        </button>
      </div>
    </article>
  );
}
