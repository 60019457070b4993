import type { Deletion } from "../contract/purposeState.ts";
import { isBefore } from "./isBefore.ts";
import type { KnownPurpose } from "./purposeStatus.ts";

/** The newest deletion, unless it was over before consent was withdrawn, or may have been. */
export function deletionOfWithdrawal({
  decision,
  activity,
}: KnownPurpose): Deletion | undefined {
  const [newest] = activity?.deletions ?? [];
  if (decision.status !== "withdrawn" || !newest) return undefined;
  const mayHaveBeenOver =
    newest.state === "confirmed" &&
    (decision.at === null || isBefore(newest.confirmedAt, decision.at));
  return mayHaveBeenOver ? undefined : newest;
}
