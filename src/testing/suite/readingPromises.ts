import type { ContractPromise } from "./contractPromise.ts";
import { guardPromises } from "./reading/guards.ts";
import { payloadPromises } from "./reading/payloads.ts";
import { policyPromises } from "./reading/policy.ts";
import { purposePromises } from "./reading/purposes.ts";

/** What can be checked without changing anything, and without a history. */
export const readingPromises: readonly ContractPromise[] = [
  ...policyPromises,
  ...purposePromises,
  ...payloadPromises,
  ...guardPromises,
];
