import type { PurposeState } from "../contract/purposeState.ts";

/** What is known of a purpose; without `activity` where only the decision was answered. */
export type KnownPurpose = Pick<PurposeState, "decision"> &
  Partial<Pick<PurposeState, "activity">>;
