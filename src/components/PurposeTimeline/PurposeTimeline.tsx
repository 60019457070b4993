"use client";
import type { PurposeState } from "../../contract/purposeState.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useAnnounceChange } from "../../hooks/useAnnounceChange.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { ConsentActivity } from "../../policy/policy.ts";
import { describeDeletion } from "./describeDeletion.ts";
import { TimelineLines } from "./TimelineLines.tsx";
import { TimelineStep } from "./TimelineStep.tsx";
import { timelineOf } from "./timelineOf.ts";

export interface PurposeTimelineProps {
  /** The heading of the purpose, for the name of the list and announcements. */
  readonly heading: string;
  readonly identification: ConsentActivity["identification"];
  readonly schedule: ConsentActivity["schedule"];
  readonly purpose: Pick<PurposeState, "decision" | "activity">;
}

/**
 * A consent, or its end, as three steps in a row: what was, what is going on, what follows.
 * Announces how a deletion goes on, and that a report may still be leaving.
 */
export function PurposeTimeline({ heading, ...facts }: PurposeTimelineProps) {
  const words = useWords();
  const { language } = usePrivacy();
  const { deletions, openSends, effective } = facts.purpose.activity;
  const { steps, lines } = timelineOf(facts);
  const announcement = (sentence: string) => words("announcement", { heading, sentence });

  const [newest] = deletions;
  useAnnounceChange(
    newest ? `${newest.id} ${newest.state}` : "",
    newest ? announcement(describeDeletion(newest, words, language)) : "",
  );

  const mayStillLeave = openSends > 0 && !effective;
  useAnnounceChange(
    String(mayStillLeave),
    mayStillLeave ? announcement(words("timeline.openSends")) : "",
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
