import type { ShownPurpose } from "./readPanel.ts";

/** What applies to a purpose, for a program: the panel's own members beside what is shown. */
export function purposeJson({ activity, status, obstacle, state }: ShownPurpose) {
  return {
    purpose: activity.id,
    status,
    obstacle: obstacle ?? null,
    decision: state.decision,
    activity: state.activity,
  };
}
