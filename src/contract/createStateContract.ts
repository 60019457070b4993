import * as z from "zod/mini";
import { consentActivities, type Policy } from "../policy/policy.ts";
import { decision } from "./decision.ts";
import { policyResource } from "./policyResource.ts";
import { purposeState, storeState, viewer } from "./purposeState.ts";

/** The part of a contract that tells the present state, which every page needs at once. */
export function createStateContract(policy: Policy) {
  const purposeIds = consentActivities(policy).map(({ id }) => id);
  return {
    policy,
    purposeIds,
    policyResource,
    decision,
    purposes: z.object({
      viewer,
      store: storeState,
      purposes: z.object(
        Object.fromEntries(purposeIds.map((id) => [id, purposeState] as const)),
      ),
    }),
  };
}

export type StateContract = ReturnType<typeof createStateContract>;
