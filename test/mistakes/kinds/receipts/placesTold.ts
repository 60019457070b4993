import type { Mistake } from "../../mistake.ts";
import { tellsReceipt, tellsReceiptOf, tellsReceiptWithout } from "./tellsReceipt.ts";

/** A receipt names another grant, another place in the chain or another number. */
export const placesTold: readonly Mistake[] = [
  {
    id: "receipt-without-reference",
    sentence: "The receipt of a withdrawal does not say which grant it ends",
    plant: tellsReceiptWithout("dct:references", "withdrawn"),
  },
  {
    id: "receipt-of-other-reference",
    sentence: "The receipt of a withdrawal names itself as the grant",
    plant: tellsReceiptOf("withdrawn", (one) =>
      one["dct:references"] ? { "dct:references": { "@id": one["@id"] } } : {},
    ),
  },
  {
    id: "receipt-without-chain",
    sentence: "A receipt has no place in the chain",
    plant: tellsReceiptWithout("kt:chain"),
  },
  {
    id: "receipt-of-other-place",
    sentence: "A receipt has another place in the chain than its entry",
    plant: tellsReceipt((one) =>
      one["kt:chain"] ? { "kt:chain": { ...one["kt:chain"], "kt:number": 1 } } : {},
    ),
  },
  {
    id: "receipt-of-other-epoch",
    sentence: "A receipt names another epoch",
    plant: tellsReceipt((one) =>
      one["kt:chain"]
        ? { "kt:chain": { ...one["kt:chain"], "kt:epoch": "another" } }
        : {},
    ),
  },
  {
    id: "receipt-of-other-number",
    sentence: "The number of a receipt is not its address",
    plant: tellsReceipt(() => ({
      "@id": "urn:uuid:3b1f0e54-8f0d-4a57-9d0e-6c2f5b1a7e90",
    })),
  },
];
