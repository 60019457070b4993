"use client";
import { useWords } from "../../hooks/useWords.ts";
import { ExplainedValue } from "./ExplainedValue.tsx";
import { usePayloadView } from "./usePayloadView.ts";

/**
 * What the value is that a reader points at or has selected: its place, its item, and the
 * sentence of the policy that tells of it. A `<section>` with the ways on and back.
 */
export function ValueExplanation() {
  const words = useWords();
  const { section, highlight, showSentence } = usePayloadView();
  const { highlighted, selected, step } = highlight;
  const value = highlighted?.as === "value" ? highlighted.value : selected;
  const item = value?.place.item;

  return (
    <section
      className="kt-explanation"
      aria-label={words("highlight.heading", { heading: section.heading })}
      data-kt="explanation"
    >
      {value ? <ExplainedValue value={value} /> : <p>{words("highlight.hint")}</p>}
      <div className="kt-tools">
        <button type="button" className="kt-button" onClick={() => step(-1)}>
          {words("highlight.previous")}
        </button>
        <button type="button" className="kt-button" onClick={() => step(1)}>
          {words("highlight.next")}
        </button>
        {item !== undefined && (
          <button type="button" className="kt-button" onClick={() => showSentence(item)}>
            {words("highlight.toSentence")}
          </button>
        )}
      </div>
    </section>
  );
}
