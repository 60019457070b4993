"use client";
import { isReadStatus, type PurposeStatus } from "../../client/purposeStatus.ts";
import { useWords } from "../../hooks/useWords.ts";
import { Icon, type IconName } from "../Icon/Icon.tsx";

const icons: Readonly<Record<PurposeStatus, IconName>> = {
  "not-withdrawn-yet": "triangle",
  withdrawing: "spinner",
  checking: "spinner",
  granting: "spinner",
  refusing: "spinner",
  "not-read": "question",
  unknown: "question",
  suspended: "pause",
  locked: "padlock",
  blocked: "octagon",
  "deletion-failed": "triangle",
  deleting: "half-ring",
  deleted: "ring-check",
  undecided: "dashed-ring",
  refused: "barred-ring",
  granted: "check",
  outdated: "bent-arrow",
  withdrawn: "barred-ring",
};

export interface StatusChipProps {
  readonly status: PurposeStatus;
  /** Whether the panel cannot be reached, and it is what was known last. */
  readonly isLastKnown: boolean;
}

/** The status of a purpose at a glance: a sign and a word, told apart without colour. */
export function StatusChip({ status, isLastKnown }: StatusChipProps) {
  const words = useWords();
  const chip = words(`chip.${status}`);
  const isRead = isLastKnown && isReadStatus(status);
  return (
    <span className="kt-chip" data-status={status} data-last-known={isRead || undefined}>
      <Icon name={isRead ? "plug" : icons[status]} />
      <span>{isRead ? words("chip.last-known", { chip }) : chip}</span>
    </span>
  );
}
