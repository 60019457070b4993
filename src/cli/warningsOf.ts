import { knownOf } from "../contract/knownOf.ts";
import { type Deletion, deletionStates } from "../contract/purposeState.ts";
import type { Transmission } from "../contract/transmission.ts";
import type { ShownPurpose } from "./readPanel.ts";

/** What monitoring has to know of a purpose, in the order in which it is told. */
export const warnings = [
  "unknown",
  "outdated",
  "suspended",
  "locked",
  "blocked",
  "deletion-failed",
  "deletion-late",
  "sending-failed",
  "sending-late",
] as const;

export type Warning = (typeof warnings)[number];

/** A deletion or a report that is later than this needs somebody to look, in milliseconds. */
const patience = 24 * 60 * 60 * 1000;

/**
 * What is not as it should be.
 *
 * @param attempts The attempts of the purpose, newest first.
 */
export function warningsOf(
  { status, state }: Pick<ShownPurpose, "status" | "state">,
  attempts: readonly Transmission[],
  now: Date,
): readonly Warning[] {
  const { deletions, effective, nextAt } = state.activity;
  const isLate = (moment: string | null) =>
    moment !== null && now.getTime() - Date.parse(moment) > patience;
  const last = attempts.find(
    ({ kind, outcome }) => kind === "report" && outcome !== "pending",
  );
  const found: Readonly<Record<Warning, boolean>> = {
    unknown: status === "unknown",
    outdated: status === "outdated",
    suspended: status === "suspended",
    locked: status === "locked",
    blocked: status === "blocked",
    "deletion-failed": deletions.some(({ state: one }) => one === "failed"),
    "deletion-late": deletions.some((one) => isUnderWay(one) && isLate(one.requestedAt)),
    "sending-failed": effective && last !== undefined && last.outcome !== "accepted",
    "sending-late": effective && isLate(nextAt),
  };
  return warnings.filter((warning) => found[warning]);
}

/** What is not known to be over is not over. */
function isUnderWay({ state }: Deletion): boolean {
  const known = knownOf(deletionStates, state);
  return known !== "confirmed" && known !== "failed";
}
