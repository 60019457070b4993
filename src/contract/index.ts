export { buildReceipt, type ReceiptParts } from "./buildReceipt.ts";
export { type Contract, createContract, type Purposes } from "./createContract.ts";
export { type Decision, decision, decisionTag } from "./decision.ts";
export { type DecisionRecord, decisionRecord, recordedEvents } from "./decisionRecord.ts";
export { type DecisionRequest, decisionRequest } from "./decisionRequest.ts";
export { type Endpoint, endpoints } from "./endpoints.ts";
export {
  decisionWays,
  erasures,
  type Person,
  signatureStates,
  viaHeader,
} from "./fields.ts";
export { knownOf } from "./knownOf.ts";
export { openApi } from "./openApi/openApi.ts";
export { pageSize } from "./pageOf.ts";
export { type EndpointId, endpointPath } from "./paths.ts";
export {
  type PayloadKind,
  parsePayloadKind,
  payloadKindHeader,
  payloadKinds,
} from "./payloadKind.ts";
export { type PolicyResource, policyResource } from "./policyResource.ts";
export { type PreloadOptions, preloadLinks } from "./preloadLinks.ts";
export { type PrivacyExport, privacyExport } from "./privacyExport.ts";
export {
  buildProblem,
  type ProblemCode,
  type ProblemDocument,
  problemCode,
  problemCodes,
  problemDocument,
  problems,
  problemType,
} from "./problem.ts";
export {
  type Deletion,
  type PurposeState,
  purposeState,
  type Viewer,
} from "./purposeState.ts";
export {
  type Receipt,
  type ReceiptEvent,
  receipt,
  receiptContext,
  receiptEvent,
  receiptEvents,
} from "./receipt.ts";
export {
  type DecisionEvent,
  type DecisionStatus,
  decisionEvents,
  decisionStatuses,
  knownStatus,
  type Transition,
  transitions,
} from "./transitions.ts";
export { type Transmission, transmission, transmissionOutcomes } from "./transmission.ts";
export { type Transport, transport } from "./transport.ts";
