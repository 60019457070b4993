import type { ContractRule } from "../../contractRule.ts";
import { receiptForEach } from "./receiptForEach.ts";
import { receiptParts } from "./receiptParts.ts";

/** Each part of a receipt, compared with the receipt that the entry makes. */
export const receiptContentRules: readonly ContractRule[] = [
  receiptForEach,
  ...receiptParts,
];
