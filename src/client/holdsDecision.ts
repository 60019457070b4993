import type { Decision } from "../contract/decision.ts";

/** What a request to decide says of the decision that it makes. */
export interface Requested
  extends Pick<Decision, "revision" | "language" | "textDigest"> {
  readonly decision: "granted" | "refused";
  /** Of the bytes that were seen, for a grant. */
  readonly payloadDigest?: string | undefined;
  /** What of them was seen, where the request says it. */
  readonly seen?: string | undefined;
}

/** Whether a decision is what the request asked for. */
export function holdsDecision(decision: Decision, request: Requested): boolean {
  return (
    decision.status === request.decision &&
    decision.revision === request.revision &&
    decision.language === request.language &&
    decision.textDigest === request.textDigest &&
    (request.decision === "refused" ||
      (decision.payloadDigest === (request.payloadDigest ?? null) &&
        (request.seen === undefined || decision.seen === request.seen)))
  );
}
