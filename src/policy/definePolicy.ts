import { diagnosePolicy } from "./diagnose/diagnosePolicy.ts";
import type { Diagnostic } from "./diagnose/diagnostic.ts";
import type { Activity, AddedSection, Policy } from "./policy.ts";
import type { PolicyDefinition } from "./policyDefinition.ts";

export type { PolicyDefinition } from "./policyDefinition.ts";

/** Thrown for a policy that would say less than it collects, or not plainly. `diagnostics` names each place. */
export class PolicyError extends Error {
  override readonly name = "PolicyError";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    const list = diagnostics
      .map(({ code, subject }) => `  ${code}: ${subject}`)
      .join("\n");
    super(
      `The policy cannot be used as it is written:\n${list}\n` +
        "Mend what each line names; docs/errors/ has a page for every code.",
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
export function definePolicy<
  const Activities extends readonly Activity[],
  const Sections extends readonly AddedSection[] = readonly [],
>(definition: PolicyDefinition<Activities, Sections>): Policy {
  const errors = diagnosePolicy(definition).filter(({ level }) => level === "error");
  if (errors.length > 0) throw new PolicyError(errors);
  return definition;
}
