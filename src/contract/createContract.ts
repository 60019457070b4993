import type * as z from "zod/mini";
import type { Policy } from "../policy/policy.ts";
import { createStateContract } from "./createStateContract.ts";
import { decisionRequest, postedDecision } from "./decisionRequest.ts";
import { records } from "./records.ts";

/**
 * The contract of a panel for a policy: its purposes are the policy's consent activities.
 * Client, fake, reference panel and OpenAPI document are all made from it.
 */
export function createContract(policy: Policy) {
  return { ...createStateContract(policy), decisionRequest, postedDecision, ...records };
}

/** The schemas of a panel for one policy, as `createContract` makes them. */
export type Contract = ReturnType<typeof createContract>;

/** What `GET /purposes` answers. */
export type Purposes = z.infer<Contract["purposes"]>;

/** What `GET /decisions` answers. */
export type Decisions = z.infer<Contract["decisions"]>;

/** What `GET /transmissions` answers. */
export type Transmissions = z.infer<Contract["transmissions"]>;
