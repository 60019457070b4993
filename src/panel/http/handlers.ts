import type { EndpointId } from "../../contract/paths.ts";
import { getDecision, postDecision, putDecision, withdraw } from "./decision.ts";
import { eraseName } from "./eraseName.ts";
import type { Handler, SignedInHandler } from "./handler.ts";
import {
  getDecisionPayload,
  getDecisions,
  getReceipt,
  getTransmissionBody,
  getTransmissions,
} from "./history.ts";
import { getLog } from "./log.ts";
import { getPayload } from "./payload.ts";
import { getPolicy, getPolicyText } from "./policy.ts";
import { getPurposes } from "./purposes.ts";

export const openHandlers = { getPolicy, getPolicyText } as const satisfies Partial<
  Record<EndpointId, Handler>
>;

/** Who answers each route of the table. */
export const signedInHandlers: Readonly<
  Record<Exclude<EndpointId, keyof typeof openHandlers>, SignedInHandler>
> = {
  getPurposes,
  getDecision,
  putDecision,
  withdraw,
  postDecision,
  getPayload,
  getDecisions,
  getDecisionPayload,
  getTransmissions,
  getTransmissionBody,
  getReceipt,
  getLog,
  eraseName,
};
