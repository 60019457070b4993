"use client";
import { type Ref, useEffect, useRef } from "react";
import { useAnnounce } from "../../hooks/useAnnounce.ts";
import type { Pointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { CardItem, Row, Section } from "../../policy/document.ts";
import { ExplainedValue } from "./ExplainedValue.tsx";
import { announcePointed } from "./explain.ts";

export interface ValueExplanationProps {
  readonly pointing: Pointing;
  readonly text: string;
  readonly items: readonly CardItem[];
  /** The section of the policy whose sentences tell of the items. */
  readonly section: Section;
  /** What the vendor states of all of them: purpose and retention. */
  readonly stated: readonly Row[];
  /** Goes to the sentence of an item, where it stands in the policy. */
  readonly onShowSentence: (item: string) => void;
  readonly boxRef: Ref<HTMLElement>;
}

/**
 * What the value is that a reader points at: its place, its item, and the sentence of the
 * policy that tells of it. A `<section>` beside the bytes, with the ways on and back.
 */
export function ValueExplanation({
  pointing,
  text,
  items,
  section,
  stated,
  onShowSentence,
  boxRef,
}: ValueExplanationProps) {
  const words = useWords();
  const { at, turn, step } = pointing;
  const announce = useAnnounce();
  const told = useRef(turn);
  const sentence = announcePointed(pointing, text, items, words);
  useEffect(() => {
    if (told.current === turn) return;
    told.current = turn;
    if (sentence !== "") announce(sentence);
  }, [turn, sentence, announce]);

  return (
    <section
      ref={boxRef}
      className="kt-explanation"
      aria-label={words("pointing.heading", { heading: section.heading })}
      tabIndex={-1}
      data-kt="explanation"
    >
      {at ? (
        <ExplainedValue
          value={at}
          values={pointing.values()}
          {...{ text, items, section, stated }}
        />
      ) : (
        <p>{words("pointing.hint")}</p>
      )}
      <div className="kt-tools">
        <button type="button" className="kt-button" onClick={() => step(-1)}>
          {words("pointing.previous")}
        </button>
        <button type="button" className="kt-button" onClick={() => step(1)}>
          {words("pointing.next")}
        </button>
        {at?.place.item !== undefined && (
          <button
            type="button"
            className="kt-button"
            onClick={() => at.place.item && onShowSentence(at.place.item)}
          >
            {words("pointing.toSentence")}
          </button>
        )}
      </div>
    </section>
  );
}
