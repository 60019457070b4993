import { Fragment } from "react";
import { cellSeparator, type Sentence, type Summary } from "../../policy/document.ts";
import { PolicySentence } from "../PolicyBlocks/index.ts";

export interface PolicySummaryProps {
  readonly summary: Summary;
  /** Put before every anchor, so that a policy can stand twice on one page. */
  readonly idPrefix: string;
}

/**
 * What a policy says of each activity: a `<table>`. Where it is narrow its rows are stacked,
 * and each cell shows the name of its column.
 */
export function PolicySummary({
  summary: { anchor, caption, columns, rows },
  idPrefix,
}: PolicySummaryProps) {
  return (
    <div className="kt-policy__summary">
      <table>
        <caption id={idPrefix + anchor}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ activity, heading, cells }) => (
            <tr key={activity}>
              <th scope="row">{heading}</th>
              {cells.map((cell, column) => (
                <td key={columns[column + 1]}>
                  <span className="kt-policy__column" hidden>
                    {columns[column + 1]}
                  </span>
                  <SummaryCell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SummaryCell({ cell }: { readonly cell: readonly Sentence[] }) {
  return cell.map((sentence, index) => {
    const before = cell[index - 1];
    return (
      <Fragment key={sentence.anchor}>
        {before && <span>{cellSeparator(before)}</span>}
        <PolicySentence sentence={sentence} />
      </Fragment>
    );
  });
}
