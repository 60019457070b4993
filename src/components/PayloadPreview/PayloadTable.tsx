"use client";
import { type SyntheticEvent, useState } from "react";
import type { Pointing } from "../../hooks/usePointing.ts";
import { useWords } from "../../hooks/useWords.ts";
import type { LocatedValue } from "../../payload/locateValues.ts";
import { type CardItem, plainText, type Section } from "../../policy/document.ts";
import { isOfSameItem } from "./byteMarks.ts";
import { explainValue, sentenceOf } from "./explain.ts";
import { formatPath, shorten } from "./summarize.ts";

export interface PayloadTableProps {
  readonly pointing: Pointing;
  readonly text: string;
  readonly items: readonly CardItem[];
  readonly section: Section;
  readonly onPointAt: (value: LocatedValue) => void;
}

/** Every value of the payload beside the sentence that tells of it: a `<table>` to open. */
export function PayloadTable(props: PayloadTableProps) {
  const words = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const onToggle = (event: SyntheticEvent<HTMLDetailsElement>) => {
    if (event.target === event.currentTarget) setIsOpen(event.currentTarget.open);
  };
  const heading = words("table.heading", { heading: props.section.heading });
  return (
    <details className="kt-disclosure" onToggle={onToggle} data-kt="table">
      <summary>{heading}</summary>
      {isOpen && <OpenTable {...props} label={heading} />}
    </details>
  );
}

/** More rows at once take long to lay out. */
const rowsAtOnce = 100;

function OpenTable({
  pointing,
  text,
  items,
  section,
  onPointAt,
  label,
}: PayloadTableProps & { readonly label: string }) {
  const words = useWords();
  const [most, setMost] = useState(rowsAtOnce);
  const values = pointing.values();
  const groups = groupByItem(values.slice(0, most));
  const rest = values.length - most;

  return (
    <>
      <div className="kt-table">
        <table aria-label={label}>
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
