import type { Mistake } from "../../mistake.ts";
import {
  tellsReceipt,
  tellsReceiptOf,
  tellsReceiptProcess,
  tellsReceiptWithout,
} from "./tellsReceipt.ts";

/** A receipt says another person, time, event or status. */
export const decisionTold: readonly Mistake[] = [
  {
    id: "receipt-by-nobody",
    sentence: "A receipt does not say who decided",
    plant: tellsReceiptWithout("dpv:isIndicatedBy"),
  },
  {
    id: "receipt-by-another",
    sentence: "A receipt names another person",
    plant: tellsReceipt((one) =>
      one["dpv:isIndicatedBy"]
        ? {
            "dpv:isIndicatedBy": {
              "@type": "dpv:Entity",
              "dpv:hasIdentifier": "root",
              "dpv:hasName": "root",
            },
          }
        : {},
    ),
  },
  {
    id: "receipt-of-other-time",
    sentence: "The time of a receipt is that at which it was asked for",
    plant: tellsReceipt(() => ({ "dpv:isIndicatedAtTime": "2027-01-01T00:00:00.000Z" })),
  },
  {
    id: "receipt-of-other-purpose",
    sentence: "A receipt names another purpose",
    plant: tellsReceiptProcess(() => ({ "dpv:hasIdentifier": "crash-reports" })),
  },
  {
    id: "receipt-of-other-event",
    sentence: "The receipt of a withdrawal is that of a grant",
    plant: tellsReceiptOf("withdrawn", () => ({
      "kt:event": "granted",
      "dpv:hasConsentStatus": { "@id": "dpv:ConsentGiven" },
    })),
  },
  {
    id: "receipt-status-given",
    sentence: "The receipt of a withdrawal says that consent is given",
    plant: tellsReceiptOf("withdrawn", () => ({
      "dpv:hasConsentStatus": { "@id": "dpv:ConsentGiven" },
    })),
  },
  {
    id: "receipt-status-of-refusal",
    sentence: "The receipt of a refusal says that consent was withdrawn",
    plant: tellsReceiptOf("refused", () => ({
      "dpv:hasConsentStatus": { "@id": "dpv:ConsentWithdrawn" },
    })),
  },
  {
    id: "receipt-status-missing",
    sentence: "A receipt does not say whether consent is given",
    plant: tellsReceiptWithout("dpv:hasConsentStatus"),
  },
  {
    id: "receipt-without-context",
    sentence: "A receipt has no @context",
    plant: tellsReceiptWithout("@context"),
  },
  {
    id: "receipt-of-other-basis",
    sentence: "A receipt names another legal basis",
    plant: tellsReceiptProcess(() => ({
      "dpv:hasLegalBasis": { "@id": "dpv:LegitimateInterest" },
    })),
  },
];
