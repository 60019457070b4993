import * as z from "zod/mini";
import { consentActivities, type Policy } from "../policy/policy.ts";
import { decision, decisionRequest } from "./decision.ts";
import { decisionRecord } from "./decisionRecord.ts";
import { pageOf } from "./pageOf.ts";
import { policyResource } from "./policyResource.ts";
import { purposeState, viewer } from "./purposeState.ts";
import { receipt } from "./receipt.ts";
import { transmission } from "./transmission.ts";

/**
 * The contract of a panel for a policy: its purposes are the policy's consent activities.
 * Client, fake, reference panel and OpenAPI document are all made from it.
 */
export function createContract(policy: Policy) {
  const purposeIds = consentActivities(policy).map(({ id }) => id);
  return {
    policy,
    purposeIds,
    policyResource,
    decision,
    decisionRequest,
    decisions: pageOf(decisionRecord),
    transmissions: pageOf(transmission),
    receipt,
    purposes: z.object({
      viewer,
      purposes: z.object(
        Object.fromEntries(purposeIds.map((id) => [id, purposeState] as const)),
      ),
    }),
  };
}

export type Contract = ReturnType<typeof createContract>;

/** What `GET /purposes` answers. */
export type Purposes = z.infer<Contract["purposes"]>;

/** What `GET /decisions` answers. */
export type Decisions = z.infer<Contract["decisions"]>;

/** What `GET /transmissions` answers. */
export type Transmissions = z.infer<Contract["transmissions"]>;
