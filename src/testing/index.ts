export { createFakePanel } from "./createFakePanel.ts";
export type { PersonalAct } from "./fake/decideAs.ts";
export type { DeletionOutcome } from "./fake/deletions.ts";
export type { FakePayload } from "./fake/fakePayload.ts";
export type { Fault, FaultHandle, FaultKind } from "./fake/faults.ts";
export type { KeptTransmission } from "./fake/seedTransmissions.ts";
export { sessionHeader } from "./fake/session.ts";
export type { PurposeSetUp } from "./fake/setUpPurpose.ts";
export type {
  FakePanel,
  FakePanelOptions,
  FakeState,
  LoggedRequest,
} from "./fakePanel.ts";
export { crashSample, people, statistics, transport, transportOf } from "./fixtures.ts";
export {
  type ContractRule,
  contractRules,
  type Finding,
  type FindingKind,
  type RuleResult,
  type RunOptions,
  runSuite,
  type SuiteReport,
} from "./suite/index.ts";
