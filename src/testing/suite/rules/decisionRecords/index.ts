import type { ContractRule } from "../../contractRule.ts";
import { agreedBytes } from "./agreedBytes.ts";
import { historyRecords } from "./historyRecords.ts";

/** What the history keeps of what was decided. */
export const decisionRecordsRules: readonly ContractRule[] = [
  historyRecords,
  agreedBytes,
];
