"use client";
import { Fragment } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { disclosingSentences } from "../../payload/view/sentenceOf.ts";
import { plainText, type Sentence } from "../../policy/document.ts";
import { Heading } from "../Heading.tsx";
import { highlightHandlers } from "./highlightHandlers.ts";
import { itemsInPayload } from "./itemsInPayload.ts";
import { ShowInBytes } from "./ShowInBytes.tsx";
import { usePayloadView } from "./usePayloadView.ts";

export interface PolicySentencesProps {
  readonly headingLevel: number;
}

/** The sentences of the policy that cover the bytes, each with the way to its values. */
export function PolicySentences({ headingLevel }: PolicySentencesProps) {
  const words = useWords();
  const { section } = usePayloadView();
  return (
    <>
      <Heading level={headingLevel}>{words("highlight.sentences")}</Heading>
      <ul className="kt-sentences" data-kt="sentences">
        {disclosingSentences(section).map((sentence) => (
          <CoveringSentence key={sentence.anchor} sentence={sentence} />
        ))}
      </ul>
    </>
  );
}

function CoveringSentence({ sentence }: { readonly sentence: Sentence }) {
  const { items, content, highlight, showItem } = usePayloadView();
  const { highlighted } = highlight;
  const isHighlighted =
    highlighted?.as === "value"
      ? sentence.items.includes(highlighted.value.place.item ?? "")
      : highlighted?.items.some((item) => sentence.items.includes(item));
  return (
    <li
      data-highlighted={isHighlighted || undefined}
      {...highlightHandlers(sentence.items, highlight)}
    >
      <span>{plainText(sentence)}</span>
      {itemsInPayload(items, content)
        .filter(({ id }) => sentence.items.includes(id))
        .map(({ id, label }) => (
          <Fragment key={id}>
            <span> </span>
            <ShowInBytes item={id} label={label} onShow={() => showItem(id)} />
          </Fragment>
        ))}
    </li>
  );
}
