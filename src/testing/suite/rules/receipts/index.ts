import type { ContractRule } from "../../contractRule.ts";
import { receipts } from "./receipts.ts";
import { receiptsUnknown } from "./receiptsUnknown.ts";
import { receiptsWords } from "./receiptsWords.ts";

/** Receipts at their addresses. */
export const receiptsRules: readonly ContractRule[] = [
  receipts,
  receiptsWords,
  receiptsUnknown,
];
