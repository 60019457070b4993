import type { Deletion } from "../contract/purposeState.ts";
import { isBefore } from "./isBefore.ts";
import type { KnownPurpose } from "./purposeStatus.ts";

/** The newest deletion, unless it was over before consent was withdrawn. */
export function deletionOfWithdrawal({
  decision,
  activity,
}: KnownPurpose): Deletion | undefined {
  const [newest] = activity?.deletions ?? [];
  if (decision.status !== "withdrawn" || !newest) return undefined;
  const wasOver =
    newest.state === "confirmed" && isBefore(newest.confirmedAt, decision.at);
  return wasOver ? undefined : newest;
}
