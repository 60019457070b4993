import type { ContractRule } from "../contractRule.ts";
import { accessRules } from "./access/index.ts";
import { activityRules } from "./activity/index.ts";
import { attemptsRules } from "./attempts/index.ts";
import { chainRules } from "./chain/index.ts";
import { concurrencyRules } from "./concurrency/index.ts";
import { decisionRecordsRules } from "./decisionRecords/index.ts";
import { decisionsRules } from "./decisions/index.ts";
import { deletionsRules } from "./deletions/index.ts";
import { disclosureRules } from "./disclosure/index.ts";
import { entityTagsRules } from "./entityTags/index.ts";
import { erasedNamesRules } from "./erasedNames/index.ts";
import { everyAddressRules } from "./everyAddress/index.ts";
import { everyWriteRules } from "./everyWrite/index.ts";
import { historyRules } from "./history/index.ts";
import { historyEntriesRules } from "./historyEntries/index.ts";
import { leftWithdrawn } from "./leftWithdrawn.ts";
import { payloadsRules } from "./payloads/index.ts";
import { policyRules } from "./policy/index.ts";
import { pseudonymLifetimeRules } from "./pseudonymLifetime/index.ts";
import { pseudonymTracesRules } from "./pseudonymTraces/index.ts";
import { purposesRules } from "./purposes/index.ts";
import { receiptContentRules } from "./receiptContent/index.ts";
import { receiptsRules } from "./receipts/index.ts";
import { refusedDecisionsRules } from "./refusedDecisions/index.ts";
import { requestBodiesRules } from "./requestBodies/index.ts";
import { sessionsRules } from "./sessions/index.ts";
import { transitionsRules } from "./transitions/index.ts";
import { withdrawalsRules } from "./withdrawals/index.ts";

/** What can be checked without changing anything, and without a history. */
export const readingRules: readonly ContractRule[] = [
  ...policyRules,
  ...purposesRules,
  ...payloadsRules,
  ...accessRules,
];

/**
 * Every rule of the contract that the suite knows how to check. Each gets to the state
 * that it starts from by itself, so their order is for readers alone.
 */
export const contractRules: readonly ContractRule[] = [
  ...readingRules,
  ...refusedDecisionsRules,
  ...requestBodiesRules,
  ...decisionsRules,
  ...pseudonymLifetimeRules,
  ...decisionRecordsRules,
  ...withdrawalsRules,
  ...sessionsRules,
  ...pseudonymTracesRules,
  ...disclosureRules,
  ...everyAddressRules,
  ...everyWriteRules,
  ...transitionsRules,
  ...concurrencyRules,
  ...activityRules,
  ...deletionsRules,
  ...attemptsRules,
  ...historyEntriesRules,
  ...receiptContentRules,
  ...chainRules,
  ...erasedNamesRules,
  ...historyRules,
  ...receiptsRules,
  ...entityTagsRules,
  leftWithdrawn,
];
