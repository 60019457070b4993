export { announceWrites } from "./announceWrites.ts";
export type { ContractRule, Need } from "./contractRule.ts";
export type { ReceivedAnswer, SentRequest } from "./exchange.ts";
export { RuleViolation } from "./exchange.ts";
export { NotTried } from "./notTried.ts";
export { type Finding, type FindingKind, preflight } from "./preflight/index.ts";
export type { RuleResult } from "./ruleResult.ts";
export { contractRules } from "./rules/index.ts";
export { type RunOptions, runSuite, type SuiteReport } from "./runSuite.ts";
export {
  createSuiteContext,
  type SuiteContext,
  type SuiteOptions,
} from "./suiteContext.ts";
export { writeObstacle } from "./writeObstacle.ts";
