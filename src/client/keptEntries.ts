import type { DecisionRecord } from "../contract/decisionRecord.ts";
import type { Transmission } from "../contract/transmission.ts";

/** Whether an entry of the history is a consent whose bytes are still there. */
export function isKeptConsent({ event, payload }: DecisionRecord): boolean {
  return event === "granted" && payload === "kept";
}

/** Whether an attempt is a report that arrived, and whose bytes are still there. */
export function isKeptReport({ kind, outcome, body }: Transmission): boolean {
  return kind === "report" && outcome === "accepted" && body === "kept";
}
