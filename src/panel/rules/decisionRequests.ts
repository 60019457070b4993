import type { DecisionRequest } from "../../contract/decisionRequest.ts";

export type Grant = Extract<DecisionRequest, { decision: "granted" }>;
export type Refusal = Extract<DecisionRequest, { decision: "refused" }>;
