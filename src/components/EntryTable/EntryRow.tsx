"use client";
import { type ReactNode, useState } from "react";
import { usePageId } from "../../hooks/usePageId.ts";
import { Icon } from "../Icon/Icon.tsx";
import type { EntryColumn } from "./EntryTable.tsx";
import { tableRoles } from "./tableRoles.ts";

/** What a row opens. */
interface RowDetails {
  /** The words on the button. */
  readonly label: string;
  /** Which entry it is, for those who hear the button alone. */
  readonly of: string;
  readonly render: () => ReactNode;
}

export interface EntryRowProps {
  /** Names the entry in its list. */
  readonly id: string;
  readonly columns: readonly EntryColumn[];
  /** What each column holds, but the last, in which the button stands. The first names the row. */
  readonly cells: readonly ReactNode[];
  /** Nothing where the entry has nothing more to show. */
  readonly details: RowDetails | undefined;
}

/** An entry: a row, and below it what its button opens, across the whole table. */
export function EntryRow({ id: entry, columns, cells, details }: EntryRowProps) {
  const id = usePageId();
  const [isOpen, setIsOpen] = useState(false);
  const last = columns.at(-1);
  return (
    <>
      <tr
        className="kt-entries__row"
        data-entry={entry}
        data-open={isOpen || undefined}
        {...tableRoles.row}
      >
        {columns.slice(0, -1).map(({ id: column, isNumber }, index) =>
          index === 0 ? (
            <th key={column} scope="row" data-column={column} {...tableRoles.rowheader}>
              {cells[index]}
            </th>
          ) : (
            <td
              key={column}
              data-column={column}
              data-number={isNumber}
              {...tableRoles.cell}
            >
              {cells[index]}
            </td>
          ),
        )}
        <td data-column={last?.id} {...tableRoles.cell}>
          {details && (
            <button
              type="button"
              className="kt-entries__open"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              onClick={() => setIsOpen(!isOpen)}
            >
              <Icon name="chevron" />
              <span>
                <span>{details.label}</span>
                <span className="kt-hidden">{details.of}</span>
              </span>
            </button>
          )}
        </td>
      </tr>
      {details && isOpen && (
        <tr id={id} className="kt-entries__details" {...tableRoles.row}>
          <td colSpan={columns.length} {...tableRoles.cell}>
            {details.render()}
          </td>
        </tr>
      )}
    </>
  );
}
