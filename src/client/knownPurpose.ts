import type { PurposeState } from "../contract/purposeState.ts";

/** What is known of a purpose; the decision alone where nothing else was answered. */
export type KnownPurpose = Pick<PurposeState, "decision"> &
  Partial<Pick<PurposeState, "activity" | "transport">>;
