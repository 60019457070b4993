import { knownOf } from "../../contract/knownOf.ts";
import {
  type Transmission,
  type TransmissionOutcome,
  transmissionOutcomes,
} from "../../contract/transmission.ts";
import type { IconName } from "../Icon/Icon.tsx";

/** Whether an attempt arrived, did not, or may have, as far as is known. */
export type OutcomeMark = "sent" | "failed" | "open";

const marks: Readonly<
  Record<TransmissionOutcome | "unknown", readonly [OutcomeMark, IconName]>
> = {
  pending: ["open", "pause"],
  accepted: ["sent", "check"],
  rejected: ["failed", "octagon"],
  unreachable: ["failed", "plug"],
  "tls-pin-mismatch": ["failed", "padlock"],
  aborted: ["failed", "barred-ring"],
  interrupted: ["open", "question"],
  unknown: ["open", "question"],
};

/** What is known of how an attempt ended, also of an outcome that a newer panel names. */
export function outcomeMark({ outcome }: Pick<Transmission, "outcome">): OutcomeMark {
  return marks[knownOutcome(outcome)][0];
}

/** The sign of an outcome; those of different outcomes differ in shape. */
export function outcomeIcon({ outcome }: Pick<Transmission, "outcome">): IconName {
  return marks[knownOutcome(outcome)][1];
}

/** The outcome as there are words for it. */
export function knownOutcome(outcome: string): TransmissionOutcome | "unknown" {
  return knownOf(transmissionOutcomes, outcome) ?? "unknown";
}
