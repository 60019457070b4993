import { Icon } from "../Icon/Icon.tsx";
import type { StepState } from "./timeline.ts";

const disc = "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z";

export interface StepMarkProps {
  readonly state: StepState;
}

/** How far a step is, by its shape alone; the words beside it say the same. */
export function StepMark({ state }: StepMarkProps) {
  return (
    <span className="kt-timeline__mark" data-state={state}>
      {drawingOf(state)}
    </span>
  );
}

function drawingOf(state: StepState) {
  switch (state) {
    case "open":
      return <Icon name="half-ring" />;
    case "stopped":
      return <Icon name="pause" />;
    case "failed":
      return <Icon name="triangle" />;
    case "unknown":
      return <Icon name="question" />;
    default:
      return (
        <svg className="kt-icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          {state === "done" && <path className="kt-icon__fill" d={disc} />}
          {state === "planned" && <path d={disc} />}
          {state === "none" && <path d="M4 8h8" />}
        </svg>
      );
  }
}
