import type { ContractRule } from "../../contractRule.ts";
import { decisionIsNewestEntry } from "./decisionIsNewestEntry.ts";
import { entryMembers } from "./entryMembers.ts";
import { entryOrder } from "./entryOrder.ts";
import { entryPurposes } from "./entryPurposes.ts";

/** What each entry of the history tells. */
export const historyEntriesRules: readonly ContractRule[] = [
  entryMembers,
  entryPurposes,
  entryOrder,
  decisionIsNewestEntry,
];
