import type { PurposeState } from "../contract/purposeState.ts";
import { knownStatus } from "../contract/transitions.ts";
import type { Place } from "../payload/explainPayload.ts";
import { nilUuid } from "../policy/nilUuid.ts";
import type { ConsentActivity } from "../policy/policy.ts";

/**
 * What is wrong with the pseudonym's place in a payload: zeros although consent has made a
 * UUID, so that these are not the bytes that are sent; or a UUID that was made *early*,
 * before consent.
 */
export type PseudonymFinding = "placeholder" | "early";

/** Compares the pseudonym's place with the panel's own state, read before the payload. */
export function pseudonymFinding(
  { identification }: Pick<ConsentActivity, "identification">,
  { decision, activity }: Pick<PurposeState, "decision" | "activity">,
  places: readonly Place[],
): PseudonymFinding | undefined {
  if (identification === "none") return undefined;
  const status = knownStatus(decision.status);
  const isMade = status === "granted" || status === "outdated";
  // A suspended consent is not sent under its UUID again: the next grant makes another.
  if (activity.suspended !== null) return undefined;
  if (isMade) {
    return places.some(({ value }) => value === nilUuid) ? "placeholder" : undefined;
  }
  return status !== undefined && places.some(({ value }) => isMadeUuid(value))
    ? "early"
    : undefined;
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function isMadeUuid(value: Place["value"]): boolean {
  return typeof value === "string" && uuid.test(value) && value !== nilUuid;
}
