"use client";
import { useMemo } from "react";
import type { Highlight } from "../../hooks/useHighlight.ts";
import { useWords } from "../../hooks/useWords.ts";
import { type LocatedValue, valueAt, valuesWithin } from "../../payload/locateValues.ts";
import type { ReadPayload } from "../../payload/readPayload.ts";
import type { MarkedBytes } from "../../payload/view/byteMarks.ts";
import { PayloadBytes } from "./PayloadBytes.tsx";
import type { PayloadOnScreen } from "./types.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface ExplainedBytesProps {
  readonly content: PayloadOnScreen;
}

/** The bytes, in which a pointer highlights a value and a click or tap selects it. */
export function ExplainedBytes({ content: { payload, reading } }: ExplainedBytesProps) {
  const words = useWords();
  const { highlight, section, card } = usePayloadView();
  const marked = useMarked(reading, highlight);
  const isReadable = reading.status === "readable";
  const find = (offset: number) =>
    isReadable ? valueNear(highlight.values(), reading.text, offset) : undefined;

  return (
    <div className="kt-bytes-panel__bytes">
      <PayloadBytes
        bytes={payload.bytes}
        text={"text" in reading ? reading.text : undefined}
        isWhole={reading.status !== "not-utf8"}
        label={words("payload.label", { heading: section.heading })}
        fileName={`${card.activity}.json`}
        marked={marked}
        pointer={
          isReadable
            ? {
                onMove: (offset) => {
                  const value = offset === undefined ? undefined : find(offset);
                  highlight.hover(value && { as: "value", value });
                },
                onSelect: (offset) => {
                  const value = find(offset);
                  if (value) highlight.select(value);
                },
              }
            : undefined
        }
      />
    </div>
  );
}

/** What is set apart in the bytes; nothing is looked for while nothing can be. */
function useMarked(
  reading: ReadPayload,
  { values, highlighted, selections, changed }: Highlight,
): MarkedBytes | undefined {
  const hasFindings =
    reading.status !== "readable" ||
    reading.places.some(({ status }) => status !== "disclosed" && status !== "absent");
  const isMarked = hasFindings || highlighted !== undefined || changed.size > 0;
  return useMemo(
    () =>
      isMarked
        ? { reading, values: values(), highlighted, selections, changed }
        : undefined,
    [isMarked, reading, values, highlighted, selections, changed],
  );
}

/** The value at an offset or just before it, else the only one of its line. */
function valueNear(
  values: readonly LocatedValue[],
  text: string,
  offset: number,
): LocatedValue | undefined {
  const start = text.lastIndexOf("\n", offset - 1) + 1;
  const end = text.indexOf("\n", offset);
  const [only, ...others] = valuesWithin(values, start, end < 0 ? text.length : end);
  return (
    valueAt(values, offset) ??
    valueAt(values, offset - 1) ??
    (others.length === 0 ? only : undefined)
  );
}
