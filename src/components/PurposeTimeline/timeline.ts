import type { Deletion, PurposeState } from "../../contract/purposeState.ts";
import type { ConsentActivity } from "../../policy/policy.ts";

/** What a timeline is drawn from. */
export interface TimelineFacts {
  readonly purpose: Pick<PurposeState, "decision" | "activity">;
  readonly schedule: ConsentActivity["schedule"];
  readonly identification: ConsentActivity["identification"];
  /** Whether what moves by itself was read after the decision was made. */
  readonly isSettled: boolean;
}

/**
 * How far a step is: over, going on, to come, held back, tried in vain, neither there nor
 * to come, or told by the panel in a word that this page does not know.
 */
export const stepStates = [
  "done",
  "open",
  "planned",
  "stopped",
  "failed",
  "none",
  "unknown",
] as const;

export type StepState = (typeof stepStates)[number];

/** What a step is called: `timeline.step.*` of the words. */
type StepName =
  | "consent"
  | "first"
  | "further"
  | "given"
  | "refused"
  | "last"
  | "next"
  | "new-revision"
  | "withdrawn"
  | "requested"
  | "deleting"
  | "not-confirmed"
  | "deleted"
  | "deletion"
  | "unknown";

/** What is said of a step in place of a moment: `timeline.detail.*` of the words. */
export type DetailKey =
  | "undecided"
  | "at-once"
  | "monthly"
  | "first-occasion"
  | "each-occasion"
  | "next-occasion"
  | "never"
  | "none-planned"
  | "locked"
  | "suspended"
  | "stopped"
  | "outdated"
  | "not-confirmed"
  | "failed"
  | "not-needed"
  | "anonymous"
  | "not-told"
  | "being-read"
  | "unknown"
  | "quoted";

/** One step: a name, and when it was or will be, or else a few words. */
export interface Step {
  readonly name: StepName;
  readonly state: StepState;
  /** An ISO moment of the panel; null where the panel tells none. */
  readonly at?: string | null;
  readonly detail?: DetailKey;
  /** The panel's own word, for the detail `quoted`. */
  readonly quoted?: string;
}

/** What is so beside the three steps. */
export type TimelineLine =
  /** How many reports the vendor deleted. */
  | { readonly kind: "deleted"; readonly count: number }
  /** When a deletion is tried again. */
  | { readonly kind: "next-attempt"; readonly at: string }
  /** A deletion that is not the one of the steps, such as that of an older pseudonym. */
  | { readonly kind: "deletion"; readonly deletion: Deletion };

export interface Timeline {
  readonly steps: readonly [Step, Step, Step];
  readonly lines: readonly TimelineLine[];
}
