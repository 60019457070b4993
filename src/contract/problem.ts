import { type ProblemCode, problemType } from "./problemCode.ts";
import type { ProblemDocument } from "./problemDocument.ts";

export {
  type ProblemCode,
  problemCode,
  problemCodes,
  problemType,
} from "./problemCode.ts";
export { type ProblemDocument, problemDocument } from "./problemDocument.ts";

/** Every problem of the contract with its HTTP status and its title (RFC 9457 § 3.1). */
export const problems = {
  "host-not-served": { status: 421, title: "This panel does not serve that host" },
  "cross-site": { status: 403, title: "The request comes from another site" },
  "not-signed-in": { status: 401, title: "Nobody is signed in" },
  "not-found": { status: 404, title: "There is nothing at this address" },
  "not-permitted": { status: 403, title: "This person may look, not decide" },
  "body-too-large": { status: 413, title: "The body is too large" },
  "media-type-not-supported": { status: 415, title: "The body is not JSON" },
  "malformed-body": { status: 400, title: "The body is not what the contract asks for" },
  "policy-superseded": {
    status: 503,
    title: "Another process of this panel stands for a later policy",
  },
  locked: { status: 403, title: "Sending is locked, consent cannot be given" },
  "payload-not-seen": {
    status: 403,
    title: "This panel wants the data to be seen first",
  },
  "precondition-required": { status: 428, title: "If-Match is missing" },
  "decision-changed": { status: 412, title: "The decision has changed meanwhile" },
  "policy-changed": { status: 409, title: "The policy has changed meanwhile" },
  "payload-changed": { status: 409, title: "The payload has changed meanwhile" },
  "payload-undisclosed": { status: 409, title: "The data hold what no item discloses" },
  "withdraw-instead": { status: 409, title: "A given consent is withdrawn, not refused" },
  gone: { status: 410, title: "The bytes have been deleted" },
  "not-available-here": { status: 503, title: "This machine cannot tell these data" },
  "store-unavailable": { status: 503, title: "The panel cannot use its store" },
  "internal-error": { status: 500, title: "The panel failed" },
} as const satisfies Record<ProblemCode, { status: number; title: string }>;

/** Builds the document of a problem. */
export function buildProblem(
  code: ProblemCode,
  extra: { readonly detail?: string; readonly instance?: string } = {},
): ProblemDocument {
  return { type: problemType(code), ...problems[code], ...extra };
}
