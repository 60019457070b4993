import * as z from "zod/mini";
import type { DecisionRecord, recordedEvents } from "./decisionRecord.ts";
import { digestField, erasureField, language, moment, revisionId } from "./fields.ts";

/** What a receipt is given for. */
export const receiptEvents = [
  "granted",
  "refused",
  "withdrawn",
  "deletion-confirmed",
] as const satisfies readonly (typeof recordedEvents)[number][];

/** An event that a receipt is given for. */
export type ReceiptEvent = (typeof receiptEvents)[number];

/** The event, if there is a receipt for it. */
export function receiptEvent(event: DecisionRecord["event"]): ReceiptEvent | undefined {
  return receiptEvents.find((known) => known === event);
}

/** What the prefixes of a receipt stand for: DPV 2.3, Dublin Core, and terms of our own. */
export const receiptContext = {
  dpv: "https://w3id.org/dpv#",
  dct: "http://purl.org/dc/terms/",
  kt: "urn:klartext:term:",
} as const;

const reference = z.looseObject({ "@id": z.string().check(z.startsWith("urn:uuid:")) });

const entity = z.looseObject({
  "@type": z.literal("dpv:Entity"),
  "dpv:hasIdentifier": z.string(),
  "dpv:hasName": z.string(),
});

/** The words that were on the screen. They may be unknown to the panel, their digest not. */
const notice = z.looseObject({
  "@type": z.literal("dpv:PrivacyNotice"),
  "dct:language": language,
  "kt:revision": revisionId,
  "kt:digest": digestField,
  "kt:text": z.optional(z.string()),
});

/** What was decided about. */
const process = z.looseObject({
  "@type": z.literal("dpv:Process"),
  /** The id of the purpose. */
  "dpv:hasIdentifier": z.string(),
  "dct:title": z.optional(z.string()),
  "dpv:hasLegalBasis": z.looseObject({ "@id": z.literal("dpv:Consent") }),
  "dpv:hasData": z.optional(
    z.looseObject({
      "@type": z.enum(["dpv:AnonymisedData", "dpv:PseudonymisedData"]),
      /** Of the payload that was agreed to. */
      "kt:digest": z.optional(digestField),
    }),
  ),
  "dpv:hasProcessing": z.optional(z.looseObject({ "@id": z.literal("dpv:Erase") })),
  "dpv:hasStatus": z.optional(
    z.looseObject({ "@id": z.literal("dpv:ActivityCompleted") }),
  ),
});

/**
 * `GET /receipts/{id}`: JSON-LD 1.1 with terms of DPV 2.3, in this compact form. `@id` is
 * the receipt's own number and has nothing to do with the UUID of any payload.
 */
export const receipt = z.looseObject({
  "@context": z.looseObject({
    dpv: z.literal(receiptContext.dpv),
    dct: z.literal(receiptContext.dct),
    kt: z.literal(receiptContext.kt),
  }),
  "@id": z.string().check(z.startsWith("urn:uuid:")),
  "@type": z.literal("dpv:ConsentReceipt"),
  "kt:event": z.enum(receiptEvents),
  "dpv:hasConsentStatus": z.optional(
    z.looseObject({
      "@id": z.enum(["dpv:ConsentGiven", "dpv:ConsentRefused", "dpv:ConsentWithdrawn"]),
    }),
  ),
  /** One of `decisionWays`, as the client said it; missing where it did not. */
  "kt:via": z.optional(z.string()),
  /** One of `seenKinds`, of the grant; missing where there is none. */
  "kt:seen": z.optional(z.string()),
  /** Where the event stands in the panel's chain of digests, to compare a later export with. */
  "kt:chain": z.optional(
    z.looseObject({
      "kt:number": z.int().check(z.positive()),
      "kt:head": digestField,
      "kt:epoch": z.string(),
    }),
  ),
  /** Of a confirmed deletion: what became of the panel's own copies, as it said then. */
  "kt:erasure": erasureField,
  /** Of a confirmed deletion: what the vendor's answer was signed with (`signatureStates`). */
  "kt:signature": z.optional(z.nullable(z.string())),
  /** The vendor's signed answer, for whoever checks it. */
  "kt:signedAnswer": z.optional(
    z.looseObject({
      "kt:body": z.string(),
      "kt:signatureBase": z.string(),
      "kt:signatureValue": z.string(),
    }),
  ),
  "dpv:isIndicatedAtTime": moment,
  "dpv:isIndicatedBy": z.optional(entity),
  "dpv:hasProcess": process,
  "dpv:hasNotice": z.optional(notice),
  /** The receipt of the grant that was withdrawn. */
  "dct:references": z.optional(reference),
});

/**
 * A receipt as JSON-LD, in terms of the Data Privacy Vocabulary 2.3 and of our own
 * (GDPR Art. 7(1)).
 */
export type Receipt = z.infer<typeof receipt>;
