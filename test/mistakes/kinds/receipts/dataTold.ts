import type { Mistake } from "../../mistake.ts";
import { tellsReceiptProcess } from "./tellsReceipt.ts";

/** A receipt names other bytes, or another kind of data. */
export const dataTold: readonly Mistake[] = [
  {
    id: "receipt-without-payload",
    sentence: "The receipt of a grant does not say to which bytes",
    plant: tellsReceiptProcess((process) => ({
      "dpv:hasData": { ...process["dpv:hasData"], "kt:digest": undefined },
    })),
  },
  {
    id: "receipt-of-other-payload",
    sentence: "The receipt of a grant has the digest of other bytes",
    plant: tellsReceiptProcess((process) =>
      process["dpv:hasData"]?.["kt:digest"]
        ? {
            "dpv:hasData": {
              ...process["dpv:hasData"],
              "kt:digest": `sha-256=:${"A".repeat(43)}=:`,
            },
          }
        : {},
    ),
  },
  {
    id: "receipt-anonymous",
    sentence: "A receipt calls pseudonymous data anonymous",
    plant: tellsReceiptProcess((process) =>
      process["dpv:hasData"]
        ? {
            "dpv:hasData": { ...process["dpv:hasData"], "@type": "dpv:AnonymisedData" },
          }
        : {},
    ),
  },
  {
    id: "receipt-without-data",
    sentence: "A receipt does not say what kind of data",
    plant: tellsReceiptProcess(() => ({ "dpv:hasData": undefined })),
  },
];
