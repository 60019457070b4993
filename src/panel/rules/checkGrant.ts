import { taggedSequences } from "../../contract/decision.ts";
import type { PolicyResource } from "../../contract/policyResource.ts";
import type { Lock } from "../../contract/purposeState.ts";
import { readPayload } from "../../payload/readPayload.ts";
import type { ConsentActivity, Policy } from "../../policy/policy.ts";
import { holdsText, type PayloadValue, payloadBytes } from "../payloadBytes.ts";
import { sha256Digest } from "../sha256.ts";
import type { Entry } from "../store/panelStore.ts";
import type { Grant } from "./decisionRequests.ts";
import type { Problem } from "./problem.ts";
import type { PurposeData } from "./purposeData.ts";

/** The data of the server, or why they cannot be told. */
export type PayloadFact =
  | { readonly status: "told"; readonly value: PayloadValue }
  | { readonly status: "not-told"; readonly detail: string }
  /** The host failed to tell them. */
  | { readonly status: "failed"; readonly error: unknown };

/** What a grant is checked against. */
export interface GrantFacts {
  readonly policy: Policy;
  readonly texts: PolicyResource["texts"];
  readonly activity: ConsentActivity;
  readonly lock: Lock | null;
  readonly allowUnseen: boolean;
  readonly payload: PayloadFact;
}

/** The bytes that were agreed to, and the UUID that they hold. */
type AgreedBytes = Pick<Entry, "bytes" | "uuid">;

/**
 * Whether a grant is bound to what the panel stands for now (GDPR Art. 4(11), 7): the
 * first problem in the order of the contract, or what was agreed to.
 */
export function checkGrant(
  request: Grant,
  ifMatch: string | null,
  facts: GrantFacts,
  data: PurposeData,
  queued: Uint8Array<ArrayBuffer> | undefined,
): Problem | AgreedBytes {
  const { policy, texts, lock, allowUnseen } = facts;
  if (lock !== null) return { problem: "locked" };
  if (request.seen === "kinds" && !allowUnseen) return { problem: "payload-not-seen" };
  const found = stale(ifMatch, data);
  if (found) return found;
  const isCurrent =
    request.revision === policy.revision.id &&
    request.textDigest === texts[request.language].digest;
  if (!isCurrent) return { problem: "policy-changed" };
  const { payload, activity } = facts;
  if (queued) return checkPayload(request, queued, activity, data);
  switch (payload.status) {
    case "told":
      return checkPayload(request, payload.value, activity, data);
    case "not-told":
      return { problem: "not-available-here", detail: payload.detail };
    case "failed":
      throw payload.error;
  }
}

/**
 * What stands against a decision that was made in place of an older one (RFC 9110 § 13.1.1).
 * A tag is read as the number of its sequence, whatever a proxy made of it.
 */
export function stale(
  ifMatch: string | null,
  { decision }: PurposeData,
): Problem | undefined {
  if (ifMatch === null) return { problem: "precondition-required" };
  if (taggedSequences(ifMatch).includes(decision.sequence)) return undefined;
  const detail = `The decision has the sequence ${decision.sequence} now.`;
  return { problem: "decision-changed", detail };
}

function checkPayload(
  request: Grant,
  value: PayloadValue,
  activity: ConsentActivity,
  data: PurposeData,
): Problem | AgreedBytes {
  const pseudonym = shownPseudonym(data);
  const bytes = payloadBytes(value, pseudonym);
  if (request.seen === "kinds") {
    return isDisclosed(bytes, activity) ? {} : { problem: "payload-undisclosed" };
  }
  if (sha256Digest(bytes) !== request.payloadDigest)
    return { problem: "payload-changed" };
  return pseudonym !== null && holdsText(bytes, pseudonym)
    ? { bytes, uuid: pseudonym }
    : { bytes };
}

/** The UUID of the payload that is shown; a suspended one is not sent under again. */
export function shownPseudonym({ pseudonym, suspended }: PurposeData): string | null {
  return suspended === null ? pseudonym : null;
}

/** Whether an item of the policy tells of every value. */
export function isDisclosed(bytes: Uint8Array, activity: ConsentActivity): boolean {
  const read = readPayload(bytes, activity.schema);
  return (
    read.status === "readable" &&
    read.places.every(({ status }) => status === "disclosed")
  );
}
