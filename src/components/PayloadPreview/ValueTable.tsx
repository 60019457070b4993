"use client";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import { explainValue } from "../../payload/view/explainValue.ts";
import { formatPath, shorten } from "../../payload/view/groupByItem.ts";
import { sentenceOf } from "../../payload/view/sentenceOf.ts";
import { plainText } from "../../policy/document.ts";
import { usePayloadView } from "./usePayloadView.ts";

export interface ValueTableProps {
  /** The accessible name of the table. */
  readonly label: string;
}

/** More rows at once take long to lay out. */
const rowsAtOnce = 100;

/** Each value as a row with its item and the sentence that tells of it: a `<table>`. */
export function ValueTable({ label }: ValueTableProps) {
  const words = useWords();
  const { content, highlight, items, section, showValue } = usePayloadView();
  const table = useRef<HTMLTableElement>(null);
  const [maxRows, setMaxRows] = useState(rowsAtOnce);
  // The button may go with the last rows: the first of the new ones has the focus then.
  useEffect(() => {
    if (maxRows === rowsAtOnce) return;
    table.current?.querySelectorAll("button")[maxRows - rowsAtOnce]?.focus();
  }, [maxRows]);
  const isReadable = content.status === "shown" && content.reading.status === "readable";
  if (!isReadable) return null;
  const text = "text" in content.reading ? content.reading.text : "";
  const values = highlight.values();
  const rest = values.length - maxRows;

  return (
    <>
      <div className="kt-table">
        <table ref={table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{words("table.place")}</th>
              <th scope="col">{words("table.value")}</th>
              <th scope="col">{words("highlight.item")}</th>
              <th scope="col">{words("highlight.sentence")}</th>
            </tr>
          </thead>
          <tbody>
            {values.slice(0, maxRows).map((value) => {
              const { place, start, end } = value;
              const sentence = place.item && sentenceOf(section, place.item);
              return (
                <tr key={start}>
                  <td>
                    <button
                      type="button"
                      className="kt-link"
                      onClick={() => showValue(value)}
                    >
                      <code translate="no">{formatPath(place.path)}</code>
                    </button>
                  </td>
                  <td>
                    <code translate="no">{shorten(text.slice(start, end))}</code>
                  </td>
                  <td>{explainValue(value, items, words)}</td>
                  <td>{sentence && plainText(sentence)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {rest > 0 && (
        <button
          type="button"
          className="kt-button"
          onClick={() => setMaxRows(maxRows + rowsAtOnce)}
        >
          {words("table.more", { count: Math.min(rest, rowsAtOnce), rest })}
        </button>
      )}
    </>
  );
}
