import type { ContractRule } from "../../contractRule.ts";
import { everyDeleteCounts } from "./everyDeleteCounts.ts";
import { oneDecisionWins } from "./oneDecisionWins.ts";
import { purposesAtOnce } from "./purposesAtOnce.ts";
import { tagsChange } from "./tagsChange.ts";
import { withdrawalWins } from "./withdrawalWins.ts";

/** Requests that are on their way at the same time. */
export const concurrencyRules: readonly ContractRule[] = [
  ...oneDecisionWins,
  withdrawalWins,
  everyDeleteCounts,
  purposesAtOnce,
  tagsChange,
];
