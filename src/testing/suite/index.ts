export { announceWrites } from "./announceWrites.ts";
export {
  BrokenPromise,
  type ContractPromise,
  type Need,
  NotTried,
  type PromiseResult,
  type ReceivedAnswer,
  type SentRequest,
} from "./contractPromise.ts";
export { type Finding, type FindingKind, preflight } from "./preflight/index.ts";
export {
  contractPromises,
  type RunOptions,
  runSuite,
  type SuiteReport,
} from "./runSuite.ts";
export {
  createSuiteContext,
  type SuiteContext,
  type SuiteOptions,
} from "./suiteContext.ts";
export { writeObstacle } from "./writeObstacle.ts";
