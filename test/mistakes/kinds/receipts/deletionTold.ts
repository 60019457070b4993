import type { Mistake } from "../../mistake.ts";
import {
  tellsReceipt,
  tellsReceiptOf,
  tellsReceiptProcess,
  tellsReceiptWithout,
} from "./tellsReceipt.ts";

/** A receipt does not say what became of copies, or by which way it was decided. */
export const deletionTold: readonly Mistake[] = [
  {
    id: "receipt-of-deletion-undone",
    sentence: "The receipt of a deletion does not say that it is done",
    plant: tellsReceiptProcess((_process, one) =>
      one["kt:event"] === "deletion-confirmed"
        ? { "dpv:hasStatus": undefined, "dpv:hasProcessing": undefined }
        : {},
    ),
  },
  {
    id: "receipt-invents-via",
    sentence: "A receipt says by which way, though the client did not",
    plant: tellsReceipt((one) => (one["kt:via"] ? {} : { "kt:via": "page" })),
  },
  {
    id: "receipt-lacks-via",
    sentence: "A receipt does not say by which way",
    plant: tellsReceiptWithout("kt:via"),
  },
  {
    id: "receipt-lacks-seen",
    sentence: "A receipt does not say what was seen",
    plant: tellsReceiptWithout("kt:seen"),
  },
  {
    id: "receipt-lacks-signature",
    sentence: "The receipt of a deletion says nothing of the vendor's signature",
    plant: tellsReceiptWithout("kt:signature"),
  },
  {
    id: "receipt-erasure-overstated",
    sentence: "The receipt of a deletion says overwritten where the panel removes",
    plant: tellsReceiptOf("deletion-confirmed", () => ({ "kt:erasure": "overwritten" })),
    panel: { erasure: "removed" },
  },
  {
    id: "receipt-lacks-erasure",
    sentence: "The receipt of a deletion does not say what became of the panel's copies",
    plant: tellsReceiptWithout("kt:erasure"),
    panel: { erasure: "overwritten" },
  },
];
