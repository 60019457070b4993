"use client";
import { useWords } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import { countWithin, explainValue } from "../../payload/view/explainValue.ts";
import { formatPath, shorten } from "../../payload/view/groupByItem.ts";
import { sentenceOf } from "../../payload/view/sentenceOf.ts";
import { plainText } from "../../policy/document.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface ExplainedValueProps {
  readonly value: LocatedValue;
}

/** One value with its place, and a `<dl>` of what the policy says of it. */
export function ExplainedValue({ value }: ExplainedValueProps) {
  const words = useWords();
  const { content, items, section, card, highlight } = usePayloadView();
  if (content.status !== "shown" || !("text" in content.reading)) return null;
  const { place, start, end } = value;
  const isDisclosed = place.status === "disclosed";
  const sentence = place.item === undefined ? undefined : sentenceOf(section, place.item);
  const stated = card.rows.filter(({ anchor }) =>
    ["purpose", "retention"].some((name) => anchor === `${card.activity}.${name}`),
  );
  const rows = [
    {
      name: words("highlight.item"),
      said: words("highlight.of", {
        explanation: explainValue(value, items, words),
        ...countWithin(highlight.values(), value),
      }),
    },
    ...(sentence
      ? [{ name: words("highlight.sentence"), said: plainText(sentence) }]
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
        <code translate="no">{shorten(content.reading.text.slice(start, end))}</code>
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
