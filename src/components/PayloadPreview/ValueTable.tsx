"use client";
import { useEffect, useRef, useState } from "react";
import { useWords } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import { plainText } from "../../policy/document.ts";
import { isOfSameItem } from "./byteMarks.ts";
import { explainValue, sentenceOf } from "./explain.ts";
import type { PayloadTableProps } from "./PayloadTable.tsx";
import { formatPath, shorten } from "./summarize.ts";

export interface ValueTableProps extends PayloadTableProps {
  /** The accessible name of the table. */
  readonly label: string;
}

/** More rows at once take long to lay out. */
const rowsAtOnce = 100;

/** Each value as a row, under the sentence of its item: a `<table>`. */
export function ValueTable({
  pointing,
  text,
  items,
  section,
  onPointAt,
  label,
}: ValueTableProps) {
  const words = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [most, setMost] = useState(rowsAtOnce);
  // The button may go with the last rows: the first of the new ones has the focus then.
  useEffect(() => {
    if (most === rowsAtOnce) return;
    table.current?.querySelectorAll("button")[most - rowsAtOnce]?.focus();
  }, [most]);
  const values = pointing.values();
  const groups = groupByItem(values.slice(0, most));
  const rest = values.length - most;

  return (
    <>
      <div className="kt-table">
        <table ref={table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{words("table.place")}</th>
              <th scope="col">{words("table.value")}</th>
            </tr>
          </thead>
          {groups.map((group) => {
            const [first] = group;
            const told = first.place.item && sentenceOf(section, first.place.item);
            const item = explainValue(first, items, words);
            return (
              <tbody key={first.start}>
                <tr>
                  <th scope="rowgroup" colSpan={2}>
                    {told ? `${item}: ${plainText(told)}` : item}
                  </th>
                </tr>
                {group.map((value) => (
                  <tr key={value.start}>
                    <th scope="row">
                      <button
                        type="button"
                        className="kt-link"
                        onClick={() => onPointAt(value)}
                      >
                        <code translate="no">{formatPath(value.place.path)}</code>
                      </button>
                    </th>
                    <td>
                      <code translate="no">
                        {shorten(text.slice(value.start, value.end))}
                      </code>
                    </td>
                  </tr>
                ))}
              </tbody>
            );
          })}
        </table>
      </div>
      {rest > 0 && (
        <button
          type="button"
          className="kt-button"
          onClick={() => setMost(most + rowsAtOnce)}
        >
          {words("table.more", { count: Math.min(rest, rowsAtOnce), rest })}
        </button>
      )}
    </>
  );
}

type Group = [LocatedValue, ...LocatedValue[]];

/** Values of one item that follow each other. */
function groupByItem(values: readonly LocatedValue[]): readonly Group[] {
  const groups: Group[] = [];
  for (const value of values) {
    const last = groups.at(-1);
    if (last && isOfSameItem(last[0], value)) last.push(value);
    else groups.push([value]);
  }
  return groups;
}
