import { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
import type { Activity, AddedSection, Policy } from "./policy.ts";
import type { PolicyDefinition } from "./policyDefinition.ts";
import { PolicyError } from "./policyError.ts";

export type { PolicyDefinition } from "./policyDefinition.ts";
export { PolicyError } from "./policyError.ts";

/**
 * Makes a policy, one revision of it, from its definition. What is collected is written
 * once, as schemas whose leaves name disclosed items; all else derives from them.
 *
 * @throws {PolicyError} when a schema collects what no text tells, or a text is missing.
 */
export function definePolicy<
  const Activities extends readonly Activity[],
  const Sections extends readonly AddedSection[] = readonly [],
>(definition: PolicyDefinition<Activities, Sections>): Policy {
  return diagnosed(definition);
}

/** @throws {PolicyError} when the policy says less than it collects, or a text is missing. */
export function diagnosed(policy: Policy): Policy {
  const errors = diagnosePolicy(policy).filter(({ level }) => level === "error");
  if (errors.length > 0) throw new PolicyError(errors);
  return policy;
}
