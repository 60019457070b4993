import type { LoggedRequest } from "../../../src/testing/index.ts";
import type { SiteWords } from "../siteWords.ts";

export interface RequestListProps {
  readonly words: SiteWords["live"];
  readonly requests: readonly LoggedRequest[];
}

const shown = 20;

/** A fold with the newest requests of the page to the panel, newest first. */
export function RequestList({ words, requests }: RequestListProps) {
  const newest = requests
    .map((request, index) => ({ ...request, number: index + 1 }))
    .toReversed()
    .slice(0, shown);
  return (
    <details className="live-requests">
      <summary>{words.requests}</summary>
      {newest.length === 0 ? (
        <p>{words.requestsNone}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.request}</th>
              <th scope="col">{words.answer}</th>
            </tr>
          </thead>
          <tbody>
            {newest.map(({ number, method, url, status }) => (
              <tr key={number}>
                <td>
                  <code>{`${method} ${url.pathname}`}</code>
                </td>
                <td>{status ?? words.unanswered}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}
