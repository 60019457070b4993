import { useSyncExternalStore } from "react";
import { interpolate } from "../../../src/policy/interpolate.ts";
import type { SiteWords } from "../siteWords.ts";
import type { LivePanel } from "./openLivePanel.ts";

export interface RequestListProps {
  readonly words: SiteWords["live"];
  readonly live: Pick<LivePanel, "panel" | "subscribe" | "asked">;
}

const shown = 20;

/** A fold with the newest requests of the page to the panel, newest first. */
export function RequestList({ words, live }: RequestListProps) {
  useSyncExternalStore(live.subscribe, live.asked);
  const newest = live.panel.requests
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
          {live.panel.requests.length > shown && (
            <caption>
              {interpolate(words.requestsNewest, {
                shown: String(shown),
                all: String(live.panel.requests.length),
              })}
            </caption>
          )}
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
