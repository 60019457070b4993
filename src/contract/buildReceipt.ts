import { buildDocument } from "../policy/buildDocument.ts";
import { consentActivity, type Policy } from "../policy/policy.ts";
import type { DecisionRecord } from "./decisionRecord.ts";
import {
  type Receipt,
  type ReceiptEvent,
  receiptContext,
  receiptEvent,
} from "./receipt.ts";

/** What a receipt is made of: an entry of the history, and what it refers to. */
export interface ReceiptParts {
  readonly record: DecisionRecord;
  /** The grant that a withdrawal or a deletion ends; a grant and a refusal end none. */
  readonly ended?: DecisionRecord | undefined;
  /** The revision that the person saw, or the closest to it that the panel knows. */
  readonly policy: Policy;
  /** The policy's text that the person saw, where the panel knows it. */
  readonly text?: string | undefined;
  /** The epoch of the panel's store. */
  readonly epoch?: string | undefined;
}

/**
 * Builds the receipt of a refusal, a grant, a withdrawal or a confirmed deletion: what,
 * when, who, the words and their digest, the payload's digest (GDPR Art. 7(1)). It holds
 * no payload and no pseudonym; its number is the record's id.
 *
 * @throws {RangeError} for a record that has no receipt.
 */
export function buildReceipt({
  record,
  ended,
  policy,
  text,
  epoch,
}: ReceiptParts): Receipt {
  const event = receiptEvent(record.event);
  if (!event)
    throw new RangeError(`There is no receipt for the event "${record.event}".`);
  const seen = ended ?? record;
  const status = statusOf[event];
  return {
    "@context": { ...receiptContext },
    "@id": `urn:uuid:${record.id}`,
    "@type": "dpv:ConsentReceipt",
    "kt:event": event,
    ...(status ? { "dpv:hasConsentStatus": { "@id": status } } : {}),
    ...(record.via === null ? {} : { "kt:via": record.via }),
    ...(seen.seen === null ? {} : { "kt:seen": seen.seen }),
    ...chain(record, epoch),
    ...(record.erasure === undefined ? {} : { "kt:erasure": record.erasure }),
    ...(record.signature === undefined ? {} : { "kt:signature": record.signature }),
    ...(record.signed && { "kt:signedAnswer": signedAnswer(record.signed) }),
    "dpv:isIndicatedAtTime": record.at,
    ...(record.by ? { "dpv:isIndicatedBy": entity(record.by) } : {}),
    "dpv:hasProcess": process(event, seen, policy),
    ...notice(seen, text),
    ...(ended ? { "dct:references": { "@id": `urn:uuid:${ended.id}` } } : {}),
  };
}

/** A confirmed deletion tells nothing of a consent that may have been given since. */
const statusOf = {
  granted: "dpv:ConsentGiven",
  refused: "dpv:ConsentRefused",
  withdrawn: "dpv:ConsentWithdrawn",
  "deletion-confirmed": undefined,
} as const satisfies Record<ReceiptEvent, string | undefined>;

function entity({ id, name }: NonNullable<DecisionRecord["by"]>) {
  return { "@type": "dpv:Entity", "dpv:hasIdentifier": id, "dpv:hasName": name } as const;
}

function chain(
  { number, head }: DecisionRecord,
  epoch: string | undefined,
): Pick<Receipt, "kt:chain"> {
  if (number === null || head === null || epoch === undefined) return {};
  return { "kt:chain": { "kt:number": number, "kt:head": head, "kt:epoch": epoch } };
}

function signedAnswer({ body, base, signature }: NonNullable<DecisionRecord["signed"]>) {
  return {
    "kt:body": body,
    "kt:signatureBase": base,
    "kt:signatureValue": signature,
  };
}

function notice(
  { revision, language, textDigest }: DecisionRecord,
  text: string | undefined,
): Pick<Receipt, "dpv:hasNotice"> {
  if (revision === null || language === null || textDigest === null) return {};
  return {
    "dpv:hasNotice": {
      "@type": "dpv:PrivacyNotice",
      "dct:language": language,
      "kt:revision": revision,
      "kt:digest": textDigest,
      ...(text === undefined ? {} : { "kt:text": text }),
    },
  };
}

function process(
  event: ReceiptEvent,
  { purpose, language, payloadDigest }: DecisionRecord,
  policy: Policy,
): Receipt["dpv:hasProcess"] {
  const activity = consentActivity(policy, purpose);
  const heading =
    language === null
      ? undefined
      : buildDocument(policy, language).sections.find(({ anchor }) => anchor === purpose)
          ?.heading;
  return {
    "@type": "dpv:Process",
    "dpv:hasIdentifier": purpose,
    ...(heading === undefined ? {} : { "dct:title": heading }),
    "dpv:hasLegalBasis": { "@id": "dpv:Consent" },
    ...(activity
      ? {
          "dpv:hasData": {
            "@type":
              activity.identification === "pseudonym"
                ? "dpv:PseudonymisedData"
                : "dpv:AnonymisedData",
            ...(payloadDigest === null ? {} : { "kt:digest": payloadDigest }),
          },
        }
      : {}),
    ...(event === "deletion-confirmed"
      ? {
          "dpv:hasProcessing": { "@id": "dpv:Erase" },
          "dpv:hasStatus": { "@id": "dpv:ActivityCompleted" },
        }
      : {}),
  };
}
