import type { DecisionRequest } from "../../contract/decision.ts";

export type Grant = Extract<DecisionRequest, { decision: "granted" }>;
export type Refusal = Extract<DecisionRequest, { decision: "refused" }>;
