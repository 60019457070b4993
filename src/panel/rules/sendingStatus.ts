import type { Lock } from "../../contract/purposeState.ts";
import type { PurposeData } from "./purposeData.ts";

/**
 * Whether a purpose's reports may leave: `allowed`; `held`, for consent stands and a lock
 * or a suspension holds them back; or `stopped`, for no consent stands.
 */
type SendingStatus = "allowed" | "held" | "stopped";

export function sendingStatus(
  { decision, suspended }: PurposeData,
  lock: Lock | null,
): SendingStatus {
  if (decision.status !== "granted") return "stopped";
  return lock === null && suspended === null ? "allowed" : "held";
}
