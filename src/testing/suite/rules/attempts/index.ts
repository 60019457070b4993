import type { ContractRule } from "../../contractRule.ts";
import { attemptBytes } from "./attemptBytes.ts";
import { attemptDisclosed } from "./attemptDisclosed.ts";
import { attemptMembers } from "./attemptMembers.ts";
import { attemptsUnderConsent } from "./attemptsUnderConsent.ts";
import { attemptWhere } from "./attemptWhere.ts";

/** What the log tells of each attempt, and of its bytes. */
export const attemptsRules: readonly ContractRule[] = [
  attemptMembers,
  attemptWhere,
  attemptBytes,
  attemptDisclosed,
  attemptsUnderConsent,
];
