import { type Diagnostic, diagnosePolicy } from "./diagnostics.ts";
import type { Activity, Policy } from "./policy.ts";
import type { PolicyDefinition } from "./policyDefinition.ts";

export type { PolicyDefinition } from "./policyDefinition.ts";

/** Thrown for a policy that would say less than it collects. `diagnostics` names each place. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const list = diagnostics
      .map(({ code, subject }) => `  ${code}: ${subject}`)
      .join("\n");
    super(
      `The policy does not tell all that its schemas collect:\n${list}\n` +
        "Add what each line names; docs/errors/ has a page for every code.",
    );
    this.diagnostics = diagnostics;
  }
}

/**
 * Makes a policy, one revision of it, from its definition. What is collected is written
 * once, as schemas whose leaves name disclosed items; all else derives from them.
 *
 * @throws {PolicyError} when a schema collects what no text tells, or a text is missing.
 */
export function definePolicy<const Activities extends readonly Activity[]>(
  definition: PolicyDefinition<Activities>,
): Policy {
  const errors = diagnosePolicy(definition).filter(({ level }) => level === "error");
  if (errors.length > 0) throw new PolicyError(errors);
  return definition;
}
