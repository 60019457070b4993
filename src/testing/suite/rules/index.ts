import type { ContractPromise } from "../contractPromise.ts";
import { activityRules } from "./activities.ts";
import { attemptRules } from "./attempts.ts";
import { chainRules } from "./chain.ts";
import { courseRules } from "./course.ts";
import { deletionRules } from "./deletions.ts";
import { entryRules } from "./entries.ts";
import { factRules } from "./facts.ts";
import { nameRules } from "./names.ts";
import { pageRules } from "./pages.ts";
import { pseudonymRules } from "./pseudonyms.ts";
import { raceRules } from "./races.ts";
import { readRules } from "./reads.ts";
import { receiptRules } from "./receipts.ts";
import { sessionRules } from "./sessions.ts";
import { writeRules } from "./writes.ts";

/** The promises that are checked on whole states, privacy first. */
export const rules: readonly ContractPromise[] = [
  ...sessionRules,
  ...pseudonymRules,
  ...factRules,
  ...readRules,
  ...writeRules,
  ...courseRules,
  ...raceRules,
  ...activityRules,
  ...deletionRules,
  ...attemptRules,
  ...entryRules,
  ...receiptRules,
  ...chainRules,
  ...pageRules,
  ...nameRules,
];
