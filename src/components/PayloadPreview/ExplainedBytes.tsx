"use client";
import { type RefObject, useMemo } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { valueAt, valuesWithin } from "../../payload/locateValues.ts";
import { Heading } from "../Heading.tsx";
import type { MarkedBytes } from "./byteMarks.ts";
import { DigestMark } from "./DigestMark.tsx";
import { PayloadBytes } from "./PayloadBytes.tsx";
import type { PayloadPreviewProps } from "./PayloadPreview.tsx";
import { ValueExplanation } from "./ValueExplanation.tsx";

export interface ExplainedBytesProps
  extends Pick<
    PayloadPreviewProps,
    | "payload"
    | "reading"
    | "pointing"
    | "section"
    | "card"
    | "items"
    | "headingLevel"
    | "onShowSentence"
  > {
  /** Whether zeros stand where a UUID will. */
  readonly hasPlaceholder: boolean;
  /** Where a value is explained. */
  readonly explanation: RefObject<HTMLElement | null>;
}

/** The bytes with their digest, and what explains the value that a reader points at. */
export function ExplainedBytes({
  payload,
  reading,
  pointing,
  section,
  card,
  items,
  headingLevel,
  hasPlaceholder,
  onShowSentence,
  explanation,
}: ExplainedBytesProps) {
  const words = useWords();
  const marked = useMarked(reading, pointing);
  const text = "text" in reading ? reading.text : undefined;
  const stated = card.rows.filter(({ anchor }) =>
    ["purpose", "retention"].some((name) => anchor === `${card.activity}.${name}`),
  );

  return (
    <div className="kt-payload__bytes">
      <Heading level={headingLevel + 1}>
        {words("payload.bytes", { count: payload.bytes.length })}
      </Heading>
      <DigestMark check={payload.check} />
      <p className="kt-digest">
        <abbr title="Secure Hash Algorithm">{words("payload.digest")}</abbr>
        <span> </span>
        <code translate="no">{payload.check.digest}</code>
      </p>
      {hasPlaceholder && <p>{words("payload.placeholder")}</p>}
      <PayloadBytes
        bytes={payload.bytes}
        text={text}
        isWhole={reading.status !== "not-utf8"}
        label={words("payload.label", { heading: section.heading })}
        fileName={`${card.activity}.json`}
        marked={marked}
        onPoint={(offset) => {
          const value = text && valueNear(pointing.values(), text, offset);
          if (!value) return;
          pointing.pointAt(value);
        }}
      />
      {reading.status === "readable" && (
        <ValueExplanation
          {...{ pointing, items, section, stated, onShowSentence }}
          text={reading.text}
          boxRef={explanation}
        />
      )}
    </div>
  );
}

/** What is set apart in the bytes; nothing is looked for while nothing can be. */
function useMarked(
  reading: ExplainedBytesProps["reading"],
  { values, at, turn, changed }: ExplainedBytesProps["pointing"],
): MarkedBytes | undefined {
  const hasFindings =
    reading.status !== "readable" ||
    reading.places.some(({ status }) => status !== "disclosed" && status !== "absent");
  const isMarked = hasFindings || at !== undefined || changed.size > 0;
  return useMemo(
    () => (isMarked ? { reading, values: values(), at, turn, changed } : undefined),
    [isMarked, reading, values, at, turn, changed],
  );
}

/** The value at an offset or just before it, else the only one of its line. */
function valueNear(
  values: Parameters<typeof valueAt>[0],
  text: string,
  offset: number,
): ReturnType<typeof valueAt> {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const [only, ...others] = valuesWithin(values, start, end < 0 ? text.length : end);
  return (
    valueAt(values, offset) ??
    valueAt(values, offset - 1) ??
    (others.length === 0 ? only : undefined)
  );
}
