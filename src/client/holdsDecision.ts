import type { Decision } from "../contract/decision.ts";

/** What a request to decide says of the decision that it makes. */
interface Requested extends Pick<Decision, "revision" | "language" | "textDigest"> {
  readonly decision: "granted" | "refused";
  /** Of the bytes that were seen, for a grant. */
  readonly payloadDigest?: string | undefined;
  /** What of them was seen, where the request says it. */
  readonly seen?: string | undefined;
}

const statusesOf: Readonly<Record<Requested["decision"], readonly string[]>> = {
  granted: ["granted"],
  refused: ["refused", "withdrawn"],
};

/**
 * Whether a decision is what the request asked for. A refusal of what was withdrawn leaves it
 * withdrawn, with the text that was refused (`transitions`).
 */
export function holdsDecision(decision: Decision, request: Requested): boolean {
  return (
    statusesOf[request.decision].includes(decision.status) &&
    decision.revision === request.revision &&
    decision.language === request.language &&
    decision.textDigest === request.textDigest &&
    (request.decision === "refused" ||
      (decision.payloadDigest === (request.payloadDigest ?? null) &&
        (request.seen === undefined || decision.seen === request.seen)))
  );
}
