import type { FindingKind, SuiteReport } from "../../testing/index.ts";
import { type ExitStatus, exitStatus } from "../exitStatus.ts";
import { statusOfCode, statusOfReason } from "../statusOfError.ts";

/** The causes that say more than that something is wrong, where nothing could be tested. */
const statuses: Partial<Record<FindingKind, ExitStatus>> = {
  ...statusOfReason,
  ...statusOfCode,
  "no-answer": exitStatus.notReached,
  redirected: exitStatus.notReached,
  "other-contract": exitStatus.notReached,
  "other-policy": exitStatus.usage,
};

/**
 * The status to end with: nothing ends well that was hindered by what was found.
 *
 * @param openDeletions How many deletions the panel still asks the receiver for.
 */
export function statusOfReport(
  { findings, results, passed, failed }: SuiteReport,
  openDeletions = 0,
): ExitStatus {
  const [stop] = findings.filter(({ effect }) => effect === "stops");
  if (stop && passed + failed === 0) return statuses[stop.kind] ?? exitStatus.failed;
  const isHindered = results.some(
    (result) => result.outcome === "not-tried" && result.cause !== null,
  );
  const isChanged = findings.some(({ effect }) => effect !== "delays");
  if (failed > 0 || isHindered || isChanged) return exitStatus.failed;
  return openDeletions > 0 ? exitStatus.deletionOpen : exitStatus.done;
}
