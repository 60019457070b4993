export { announceWrites } from "./announceWrites.ts";
export {
  type ContractPromise,
  type Need,
  NotTried,
  type PromiseResult,
} from "./contractPromise.ts";
export { BrokenPromise, type ReceivedAnswer, type SentRequest } from "./exchange.ts";
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
