"use client";
import { useWords } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import { plainText } from "../../policy/document.ts";
import { countWithin, explainValue, sentenceOf } from "./explain.ts";
import { formatPath, shorten } from "./summarize.ts";
import type { ValueExplanationProps } from "./ValueExplanation.tsx";

export interface ExplainedValueProps
  extends Pick<ValueExplanationProps, "text" | "items" | "section" | "stated"> {
  readonly value: LocatedValue;
  readonly values: readonly LocatedValue[];
}

/** One value with its place, and a `<dl>` of what the policy says of it. */
export function ExplainedValue({
  value,
  values,
  text,
  items,
  section,
  stated,
}: ExplainedValueProps) {
  const words = useWords();
  const { place, start, end } = value;
  const isDisclosed = place.status === "disclosed";
  const sentence = place.item === undefined ? undefined : sentenceOf(section, place.item);
  const rows = [
    {
      name: words("pointing.item"),
      said: words("pointing.of", {
        explanation: explainValue(value, items, words),
        ...countWithin(values, value),
      }),
    },
    ...(sentence
      ? [{ name: words("pointing.sentence"), said: plainText(sentence) }]
      : []),
    ...(isDisclosed
      ? stated.map((row) => ({
          name: row.name,
          said: row.values.map(plainText).join(" · "),
        }))
      : []),
  ];

  return (
    <>
      <p
        className="kt-explanation__value"
        data-finding={isDisclosed ? undefined : place.status}
      >
        <code translate="no">{formatPath(place.path)}</code>
        <span>: </span>
        <code translate="no">{shorten(text.slice(start, end))}</code>
      </p>
      <dl className="kt-rows">
        {rows.map(({ name, said }) => (
          <div key={name} className="kt-rows__row">
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
