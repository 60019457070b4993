export { createFakePanel } from "./createFakePanel.ts";
export type { PersonalAct } from "./fake/decideAs.ts";
export type { DeletionOutcome } from "./fake/deletions.ts";
export type { FakePayload } from "./fake/fakePayload.ts";
export type { FakePurpose, FakeState, Kept } from "./fake/fakeState.ts";
export type { Fault, FaultHandle, FaultKind } from "./fake/faults.ts";
export { sessionHeader } from "./fake/guard.ts";
export type { PurposeSetUp } from "./fake/setUp.ts";
export type { FakePanel, FakePanelOptions, LoggedRequest } from "./fakePanel.ts";
export { crashSample, people, statistics, transport } from "./fixtures.ts";
export {
  type ContractPromise,
  contractPromises,
  type PromiseResult,
  type RunOptions,
  runSuite,
  type SuiteReport,
} from "./suite/index.ts";
