/** Every problem of the contract, in the order in which a panel looks for them. */
export const problemCodes = [
  "host-not-served",
  "cross-site",
  "not-signed-in",
  "not-found",
  "not-permitted",
  "body-too-large",
  "media-type-not-supported",
  "malformed-body",
  "policy-superseded",
  "locked",
  "payload-not-seen",
  "precondition-required",
  "decision-changed",
  "policy-changed",
  "payload-changed",
  "payload-undisclosed",
  "withdraw-instead",
  "gone",
  "not-available-here",
  "store-unavailable",
  "internal-error",
] as const;

/** The name of a problem, the end of its `type`; docs/errors/ has a page for each. */
export type ProblemCode = (typeof problemCodes)[number];

const typePrefix = "urn:klartext:problem:";

/** The `type` of a problem document. It names the problem and is not an address. */
export function problemType(code: ProblemCode): string {
  return `${typePrefix}${code}`;
}

/** The problem that a `type` names, if this contract has it. */
export function problemCode(type: string): ProblemCode | undefined {
  return problemCodes.find((code) => problemType(code) === type);
}

/** Whether a `type` is one of this contract or of a later one, and so a panel's. */
export function isOwnProblem(type: string): boolean {
  return type.startsWith(typePrefix);
}
