import { Fragment } from "react";
import type { Summary } from "../../policy/document.ts";
import { PolicySentence } from "../PolicyBlocks/index.ts";

export interface PolicySummaryProps {
  readonly summary: Summary;
  /** Put before every anchor, so that a policy can stand twice on one page. */
  readonly idPrefix: string;
}

/**
 * What a policy says of each activity: a `<table>` in a region of its own, which scrolls
 * where the page is narrow, by keyboard as well.
 */
export function PolicySummary({
  summary: { anchor, caption, columns, rows },
  idPrefix,
}: PolicySummaryProps) {
  const id = idPrefix + anchor;
  return (
    <section
      className="kt-policy__summary"
      aria-labelledby={id}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <table>
        <caption id={id}>{caption}</caption>
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
                  {cell.map((sentence, index) => (
                    <Fragment key={sentence.anchor}>
                      {index > 0 && <span> </span>}
                      <PolicySentence sentence={sentence} />
                    </Fragment>
                  ))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
