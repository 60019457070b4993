"use client";
import type { PurposeState } from "../../contract/purposeState.ts";
import { knownStatus } from "../../contract/transitions.ts";
import { describeDeletion } from "../../describe/describeDeletion.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { TimelineLines } from "./TimelineLines.tsx";
import { TimelineStep } from "./TimelineStep.tsx";
import { timelineOf } from "./timelineOf.ts";

export interface PurposeTimelineProps {
  /** The heading of the purpose, for the name of the list and announcements. */
  readonly heading: string;
  readonly identification: ConsentActivity["identification"];
  readonly schedule: ConsentActivity["schedule"];
  readonly purpose: Pick<PurposeState, "decision" | "activity">;
  /** Whether what moves by itself was read after the decision was made. */
  readonly isSettled: boolean;
}

/**
 * A consent, or its end, as three steps in a row: what was, what is going on, what follows.
 * Announces how the deletion of an earlier consent goes on.
 */
export function PurposeTimeline({ heading, ...facts }: PurposeTimelineProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { decision, activity } = facts.purpose;
  const { steps, lines } = timelineOf(facts);

  const [newest] = activity.deletions;
  // While it stands withdrawn, the status tells of its deletion.
  const isOfBefore = knownStatus(decision.status) !== "withdrawn";
  useAnnounceChange(
    newest ? `${newest.id} ${newest.state}` : "",
    newest && isOfBefore
      ? words("announcement", {
          heading,
          sentence: describeDeletion(newest, words, language),
        })
      : "",
  );

  return (
    <div className="kt-timeline" data-kt="timeline">
      <ol
        className="kt-timeline__steps"
        aria-label={words("timeline.label", { heading })}
      >
        {steps.map((step) => (
          <TimelineStep key={step.name} step={step} />
        ))}
      </ol>
      <div className="kt-timeline__beside">
        <TimelineLines lines={lines} />
      </div>
    </div>
  );
}
