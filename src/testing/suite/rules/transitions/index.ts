import type { ContractRule } from "../../contractRule.ts";
import { decisionAsSent } from "./decisionAsSent.ts";
import { decisionTime } from "./decisionTime.ts";
import { erasureTold } from "./erasureTold.ts";
import { historyGrows } from "./historyGrows.ts";
import { sequenceCounts } from "./sequenceCounts.ts";
import { statesTable } from "./statesTable.ts";
import { storeCounts } from "./storeCounts.ts";
import { withdrawalStatus } from "./withdrawalStatus.ts";

/** What each decision on the way through the states changes, and what it leaves. */
export const transitionsRules: readonly ContractRule[] = [
  statesTable,
  sequenceCounts,
  decisionAsSent,
  decisionTime,
  historyGrows,
  withdrawalStatus,
  storeCounts,
  erasureTold,
];
