"use client";
import { useWords } from "../../hooks/useWords.ts";
import { ShortMoment } from "./ShortMoment.tsx";
import { StepMark } from "./StepMark.tsx";
import type { Step } from "./timeline.ts";

export interface TimelineStepProps {
  readonly step: Step;
}

/** One step: how far it is, its name, and when, or else a few words. */
export function TimelineStep({ step }: TimelineStepProps) {
  const words = useWords();
  const { name, state, at, detail, quoted } = step;
  return (
    <li className="kt-timeline__step">
      <StepMark state={state} />
      <span className="kt-timeline__name">{`${words(`timeline.step.${name}`)} `}</span>
      <span className="kt-timeline__when">
        {at && <ShortMoment at={at} />}
        {detail && (
          <span>{words(`timeline.detail.${detail}`, { state: quoted ?? "" })}</span>
        )}
      </span>
    </li>
  );
}
