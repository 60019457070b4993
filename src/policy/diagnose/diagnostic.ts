/**
 * Everything that can be said against a policy. An *error* makes it unusable, for the
 * page would say less than what is collected; a *notice* is a row that is left out.
 */
export const diagnosticLevels = {
  "leaf-without-item": "error",
  "open-object": "error",
  "unsupported-schema": "error",
  "item-not-declared": "error",
  "item-not-used": "error",
  "item-not-told": "error",
  "sample-invalid": "error",
  "id-invalid": "error",
  "id-taken": "error",
  "text-missing": "error",
  "text-unknown": "error",
  "place-unknown": "error",
  "date-not-told": "error",
  "sentence-not-told": "error",
  "revision-date-invalid": "error",
  "purpose-missing": "notice",
  "retention-missing": "notice",
  "controller-missing": "notice",
  "contact-missing": "notice",
  "authority-missing": "notice",
  "log-retention-missing": "notice",
} as const;

/**
 * What kind of thing is said against a policy; docs/errors/ has a page for each error.
 */
export type DiagnosticCode = keyof typeof diagnosticLevels;

/** One thing that is said against a policy, and of which place in it. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly level: "error" | "notice";
  /** What it is about, as a path into the definition. */
  readonly subject: string;
}

export function diagnostic(code: DiagnosticCode, subject: string): Diagnostic {
  return { code, level: diagnosticLevels[code], subject };
}
