import type { Deletion } from "../contract/purposeState.ts";
import { isBefore } from "./isBefore.ts";
import type { KnownPurpose } from "./knownPurpose.ts";

/** The newest deletion, unless it was over before consent was withdrawn, or may have been. */
export function deletionOfWithdrawal({
  decision,
  activity,
}: KnownPurpose): Deletion | undefined {
  const [newest] = activity?.deletions ?? [];
  if (decision.status !== "withdrawn" || !newest) return undefined;
  const { confirmedAt } = newest;
  const mayHaveBeenOver =
    confirmedAt === null || decision.at === null || isBefore(confirmedAt, decision.at);
  return newest.state === "confirmed" && mayHaveBeenOver ? undefined : newest;
}
