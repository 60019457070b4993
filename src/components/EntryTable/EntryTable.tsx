import type { ReactNode, RefObject } from "react";
import { tableRoles } from "./tableRoles.ts";

export interface EntryColumn {
  readonly id: string;
  readonly label: string;
  /** Numbers stand at the end of their column. */
  readonly isNumber?: true;
}

export interface EntryTableProps {
  /** The accessible name, which a caption out of sight gives. */
  readonly caption: string;
  readonly columns: readonly EntryColumn[];
  /** One `<EntryRow>` an entry. */
  readonly children: ReactNode;
  readonly ref?: RefObject<HTMLTableElement | null>;
}

/** Entries as a `<table>` whose rows open; a row is a stack of its cells where it is narrow. */
export function EntryTable({ caption, columns, children, ref }: EntryTableProps) {
  return (
    <div className="kt-entries">
      <table ref={ref} className="kt-entries__table" {...tableRoles.table}>
        <caption className="kt-hidden">{caption}</caption>
        <thead {...tableRoles.rowgroup}>
          <tr {...tableRoles.row}>
            {columns.map(({ id, label, isNumber }) => (
              <th
                key={id}
                scope="col"
                data-number={isNumber}
                {...tableRoles.columnheader}
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.rowgroup}>{children}</tbody>
      </table>
    </div>
  );
}
