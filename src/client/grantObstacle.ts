import type { PurposeState, Viewer } from "../contract/purposeState.ts";
import { knownStatus } from "../contract/transitions.ts";
import type { ReadPayload } from "../payload/readPayload.ts";
import type { PayloadAnswer } from "./payloadAnswer.ts";
import type { PseudonymFinding } from "./pseudonymFinding.ts";

/** Why consent cannot be given now. Withdrawing is never hindered by any of these. */
export const grantObstacles = [
  "not-permitted",
  "locked",
  "status-unknown",
  "checking",
  "policy-not-read",
  "policy-not-known",
  "text-not-known",
  "payload-missing",
  "payload-newer",
  "digest-differs",
  "payload-too-large",
  "payload-not-readable",
  "payload-undisclosed",
  "payload-placeholder",
  "payload-early-pseudonym",
] as const;

export type GrantObstacle = (typeof grantObstacles)[number];

export interface GrantConditions {
  readonly viewer: Viewer;
  readonly purpose: PurposeState;
  /** Whether the panel's text is the one that the page shows. */
  readonly text: "same" | "revision-not-known" | "other" | "checking" | "not-read";
  readonly payload: PayloadAnswer | undefined;
  readonly reading: ReadPayload | undefined;
  /** Whether the panel has other bytes by now than those on the screen. */
  readonly newer: boolean;
  /** What is wrong with the pseudonym's place, or that it is being looked at. */
  readonly pseudonym: PseudonymFinding | "unconfirmed" | undefined;
}

/**
 * The first thing that stands against giving consent: who may not, what must not, and
 * whatever the person could not have seen (GDPR Art. 4(11): informed).
 */
export function grantObstacle({
  viewer,
  purpose,
  text,
  payload,
  reading,
  newer,
  pseudonym,
}: GrantConditions): GrantObstacle | undefined {
  if (!viewer.mayDecide) return "not-permitted";
  if (purpose.activity.lock !== null) return "locked";
  if (!knownStatus(purpose.decision.status)) return "status-unknown";
  if (text === "checking") return "checking";
  if (text === "not-read") return "policy-not-read";
  if (text === "revision-not-known") return "policy-not-known";
  if (text === "other") return "text-not-known";
  if (!payload || !reading) return "payload-missing";
  if (newer) return "payload-newer";
  if (payload.check.status === "differs") return "digest-differs";
  if (reading.status === "too-large") return "payload-too-large";
  if (reading.status !== "readable") return "payload-not-readable";
  if (reading.places.some(({ status }) => status !== "disclosed")) {
    return "payload-undisclosed";
  }
  if (pseudonym === "unconfirmed") return "checking";
  if (pseudonym === "placeholder") return "payload-placeholder";
  if (pseudonym === "early") return "payload-early-pseudonym";
  return undefined;
}
