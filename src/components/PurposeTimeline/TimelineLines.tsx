"use client";
import type { Deletion } from "../../contract/purposeState.ts";
import { describeDeletion } from "../../describe/describeDeletion.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { useWords, type Words } from "../../hooks/useWords.ts";
import { formatMoment, formatNumber } from "../../i18n/formatMoment.ts";
import type { Language } from "../../policy/language.ts";
import { TimedText } from "../TimedText.tsx";
import { StepMark } from "./StepMark.tsx";
import type { StepState, TimelineLine } from "./timeline.ts";

interface Told {
  readonly key: string;
  readonly state: StepState;
  readonly text: string;
  readonly moments: readonly (string | null)[];
}

export interface TimelineLinesProps {
  readonly lines: readonly TimelineLine[];
}

/** What is so beside the steps, a line each; nothing where there is nothing. */
export function TimelineLines({ lines }: TimelineLinesProps) {
  const words = useWords();
  const { language } = usePrivacy();
  if (lines.length === 0) return null;
  return (
    <ul className="kt-timeline__lines">
      {lines
        .map((line) => tell(line, words, language))
        .map(({ key, state, text, moments }) => (
          <li key={key} className="kt-timeline__line">
            <StepMark state={state} />
            <span>
              <TimedText text={text} moments={moments} />
            </span>
          </li>
        ))}
    </ul>
  );
}

function tell(line: TimelineLine, words: Words, language: Language): Told {
  switch (line.kind) {
    case "deleted":
      return {
        key: line.kind,
        state: "done",
        text: words("timeline.deletedCount", {
          deleted: formatNumber(line.count, language),
        }),
        moments: [],
      };
    case "next-attempt":
      return {
        key: line.kind,
        state: "planned",
        text: words("timeline.nextAttempt", {
          next: formatMoment(new Date(line.at), language),
        }),
        moments: [line.at],
      };
    case "deletion":
      return {
        key: line.deletion.id,
        state: stateOf(line.deletion),
        text: describeDeletion(line.deletion, words, language),
        moments: [
          line.deletion.requestedAt,
          line.deletion.nextAttemptAt,
          line.deletion.confirmedAt,
        ],
      };
  }
}

function stateOf({ state }: Deletion): StepState {
  if (state === "confirmed") return "done";
  if (state === "failed") return "failed";
  return state === "under-way" ? "open" : "unknown";
}
