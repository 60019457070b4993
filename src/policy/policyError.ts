import type { Diagnostic } from "./diagnose/diagnostic.ts";

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
