import * as z from "zod/mini";

/**
 * Every problem of the contract with its HTTP status and its title (RFC 9457 § 3.1). They
 * stand in the order in which a panel looks for them.
 */
export const problems = {
  "host-not-served": { status: 421, title: "This panel does not serve that host" },
  "cross-site": { status: 403, title: "The request comes from another site" },
  "not-signed-in": { status: 401, title: "Nobody is signed in" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "not-permitted": { status: 403, title: "This person may look, not decide" },
  locked: { status: 403, title: "Sending is locked, consent cannot be given" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "media-type-not-supported": { status: 415, title: "The body is not JSON" },
  "malformed-body": { status: 400, title: "The body is not what the contract asks for" },
  "precondition-required": { status: 428, title: "If-Match is missing" },
  "decision-changed": { status: 412, title: "The decision has changed meanwhile" },
  "policy-changed": { status: 409, title: "The policy has changed meanwhile" },
  "payload-changed": { status: 409, title: "The payload has changed meanwhile" },
  "withdraw-instead": { status: 409, title: "A given consent is withdrawn, not refused" },
  gone: { status: 410, title: "The bytes have been deleted" },
  "not-available-here": { status: 503, title: "This machine cannot tell these data" },
  "internal-error": { status: 500, title: "The panel failed" },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

export const problemCodes = Object.keys(problems) as readonly ProblemCode[];

const typePrefix = "urn:klartext:problem:";

/** The `type` of a problem document. It names the problem and is not an address. */
export function problemType(code: ProblemCode): string {
  return `${typePrefix}${code}`;
}

/** The problem that a `type` names, if this contract has it. */
export function problemCode(type: string): ProblemCode | undefined {
  return problemCodes.find((code) => problemType(code) === type);
}

/** A problem document (RFC 9457 § 3), `application/problem+json`. */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  /** For a log; the page never shows it. */
  detail: z.optional(z.string()),
  /** Names this occurrence, to find it in the panel's log. */
  instance: z.optional(z.string()),
});

export type ProblemDocument = z.infer<typeof problemDocument>;

/** Builds the document of a problem. */
export function buildProblem(
  code: ProblemCode,
  extra: { readonly detail?: string; readonly instance?: string } = {},
): ProblemDocument {
  return { type: problemType(code), ...problems[code], ...extra };
}
