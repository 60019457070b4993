import type { KindOfMistakes } from "../../mistake.ts";
import { dataTold } from "./dataTold.ts";
import { decisionTold } from "./decisionTold.ts";
import { deletionTold } from "./deletionTold.ts";
import { missingReceipts } from "./missingReceipts.ts";
import { noticeTold } from "./noticeTold.ts";
import { placesTold } from "./placesTold.ts";

export const receiptMistakes: KindOfMistakes = {
  kind: "receipts",
  mistakes: [
    ...decisionTold,
    ...noticeTold,
    ...dataTold,
    ...placesTold,
    ...missingReceipts,
    ...deletionTold,
  ],
};
