"use client";
import { signatureStates } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";
import type { Receipt } from "../../contract/receipt.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useSignedAnswer } from "../../hooks/useSignedAnswer.ts";
import { useWords } from "../../hooks/useWords.ts";
import { formatMoment } from "../../i18n/formatMoment.ts";
import { TimedText } from "../TimedText.tsx";

export interface ReceiptSignatureProps {
  readonly receipt: Receipt;
}

/**
 * What the vendor's answer to a deletion was signed with: checked in this browser where the
 * receipt carries it, else as the panel says. Nothing where the receipt says nothing of it.
 */
export function ReceiptSignature({ receipt }: ReceiptSignatureProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const finding = useSignedAnswer(receipt);
  const told = receipt["kt:signature"];
  if (told === undefined || told === null) return null;
  const claimedAt = finding?.state === "signed" ? finding.claimedAt : undefined;
  const sentence =
    finding === undefined
      ? words(`signature.${knownOf(signatureStates, told) ?? "unknown"}`)
      : words(
          `receipt.signed.${finding.state === "signed" ? finding.by : finding.state}`,
        );
  return (
    <div className="kt-rows__row">
      <dt>{words("receipt.signature")}</dt>
      <dd data-kt="receipt-signature">
        <span key={sentence}>{sentence}</span>
        {claimedAt !== undefined && (
          <p className="kt-hint">
            <TimedText
              text={words("receipt.signed.claimed", {
                time: formatMoment(new Date(claimedAt), language),
              })}
              moments={[claimedAt]}
            />
          </p>
        )}
      </dd>
    </div>
  );
}
