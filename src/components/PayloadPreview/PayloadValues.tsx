"use client";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { sentenceOf } from "../../payload/view/sentenceOf.ts";
import { plainText } from "../../policy/document.ts";
import { ErrorEvidence, ErrorMessage } from "../ErrorMessage/index.ts";
import { Heading } from "../Heading.tsx";
import { PayloadActions } from "./PayloadActions.tsx";
import { usePayloadView } from "./usePayloadView.ts";
import { ValueRows } from "./ValueRows.tsx";
import { valuesHeading } from "./valuesHeading.ts";

export interface PayloadValuesProps {
  readonly headingLevel: number;
}

/**
 * What would be sent, in plain words: each disclosed item with its values, what is not
 * sent, and the ways to the bytes. A row shows its sentence, and its values in the bytes.
 */
export function PayloadValues({ headingLevel }: PayloadValuesProps) {
  const words = useWords();
  const { content, card, section, isEffective } = usePayloadView();
  const { highlight, panel } = usePayloadView();
  const box = useRef<HTMLDivElement>(null);
  const [item, setItem] = useState<string>();
  const sentence = item === undefined ? undefined : sentenceOf(section, item);
  const isOpen = panel === "bytes";

  const leave = () => {
    setItem(undefined);
    highlight.hover(undefined);
  };
  useEscape(box, item !== undefined, leave);

  return (
    <div
      ref={box}
      className="kt-values"
      data-kt="values"
      onPointerLeave={({ pointerType }) => pointerType === "mouse" && leave()}
    >
      <Heading level={headingLevel} className="kt-values__heading">
        {words(valuesHeading(content, isEffective))}
      </Heading>
      <ValueRows
        hovered={item}
        onHover={(id) => {
          setItem(id);
          if (isOpen) highlight.hover({ as: "items", items: [id] });
        }}
        onSelect={(id) => {
          setItem(id);
          if (isOpen) highlight.selectItem(id);
        }}
      />
      {content.status === "failed" && (
        <>
          <ErrorMessage error={content.error} />
          <ErrorEvidence error={content.error} />
        </>
      )}
      <p className="kt-values__exclusions">{plainText(card.exclusions)}</p>
      <PayloadActions />
      {sentence && (
        <p className="kt-values__sentence" data-kt="sentence">
          <span>{words("highlight.sentence")}</span>
          <span>: </span>
          <span>{plainText(sentence)}</span>
        </p>
      )}
    </div>
  );
}

/** Ends what is shown over the page by Escape, or by pointing elsewhere (WCAG 1.4.13). */
function useEscape(
  box: { readonly current: HTMLElement | null },
  isShown: boolean,
  leave: () => void,
): void {
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => {
    if (!isShown) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === "Escape") latest.current();
    };
    const onPointerDown = (event: PointerEvent) => {
      const isWithin = box.current && event.composedPath().includes(box.current);
      if (!isWithin) latest.current();
    };
    const document = box.current?.ownerDocument;
    document?.addEventListener("keydown", onKeyDown);
    document?.addEventListener("pointerdown", onPointerDown);
    return () => {
      document?.removeEventListener("keydown", onKeyDown);
      document?.removeEventListener("pointerdown", onPointerDown);
    };
  }, [box, isShown]);
}
