import { knownStatus } from "../contract/transitions.ts";
import { deletionOfWithdrawal } from "./deletionOfWithdrawal.ts";
import type { GrantObstacle } from "./grantObstacle.ts";
import type { KnownPurpose } from "./knownPurpose.ts";
import type { Wish } from "./wish.ts";

/** Of what this page is doing, or could not read: no answer of the panel says them. */
const unreadStatuses = [
  "not-withdrawn-yet",
  "withdrawing",
  "checking",
  "granting",
  "refusing",
  "not-read",
] as const;

/**
 * What one chip and one sentence say of a purpose: its status, or what outweighs it. In the
 * order of precedence; `docs/states.md` says when each of their sentences is true.
 */
export const purposeStatuses = [
  ...unreadStatuses,
  "unknown",
  "suspended",
  "locked",
  "blocked",
  "deletion-failed",
  "deleting",
  "deleted",
  "undecided",
  "refused",
  "granted",
  "outdated",
  "withdrawn",
] as const;

export type PurposeStatus = (typeof purposeStatuses)[number];

/** Whether a status is what was read of the panel, and so can be the last that is known. */
export function isReadStatus(status: PurposeStatus): boolean {
  return !unreadStatuses.some((one) => one === status);
}

/** Derives the one status that is shown; `purpose` is undefined where it could not be read. */
export function purposeStatus(
  purpose: KnownPurpose | undefined,
  wish: Wish,
  obstacle: GrantObstacle | undefined,
): PurposeStatus {
  const wished = statusOfWish(wish);
  if (wished) return wished;
  if (!purpose) return "not-read";
  const { decision, activity } = purpose;
  const status = knownStatus(decision.status);
  if (!status) return "unknown";
  const isAgreed = status === "granted" || status === "outdated";
  if (isAgreed && activity?.suspended) return "suspended";
  if ((status === "granted" || status === "undecided") && activity?.lock) return "locked";
  if (status === "undecided" && obstacle && isBlocking(obstacle)) return "blocked";
  return status === "withdrawn" ? withdrawnStatus(purpose) : status;
}

function statusOfWish(wish: Wish): PurposeStatus | undefined {
  switch (wish.kind) {
    case "withdrawing":
      return wish.error ? "not-withdrawn-yet" : "withdrawing";
    case "checking":
      return "checking";
    case "deciding":
      return wish.request.decision === "granted" ? "granting" : "refusing";
    default:
      return undefined;
  }
}

/** How far the deletions are: an open one of an earlier consent counts as much. */
function withdrawnStatus(purpose: KnownPurpose): PurposeStatus {
  const deletions = purpose.activity?.deletions ?? [];
  if (deletions.some(({ state }) => state === "failed")) return "deletion-failed";
  if (deletions.some(({ state }) => state !== "confirmed")) return "deleting";
  return deletionOfWithdrawal(purpose) ? "deleted" : "withdrawn";
}

/** Whether an obstacle is a finding that nobody can decide away on the page. */
export function isBlocking(obstacle: GrantObstacle): boolean {
  switch (obstacle) {
    case "policy-not-known":
    case "text-not-known":
    case "digest-differs":
    case "payload-too-large":
    case "payload-not-readable":
    case "payload-undisclosed":
    case "payload-placeholder":
    case "payload-early-pseudonym":
      return true;
    default:
      return false;
  }
}

/** What the panel's state says of sending; `unknown` where it could not be read. */
export type Sending = "sends" | "one-may-leave" | "silent" | "no-sender" | "unknown";

/** Whether reports may leave the server, whatever was wished. */
export function sendingOf(purpose: KnownPurpose | undefined): Sending {
  if (!purpose?.activity || !knownStatus(purpose.decision.status)) return "unknown";
  if (purpose.activity.effective) return "sends";
  if (purpose.activity.openSends > 0) return "one-may-leave";
  return purpose.transport === null ? "no-sender" : "silent";
}
