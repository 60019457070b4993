import { render, screen, within } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import {
  confirmedDeletion,
  deletionUnderWay,
  factsOf,
  failedDeletion,
  type TimelineState,
} from "../../../test/fixtures/timelineStates.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { AnnounceContext } from "../../hooks/useAnnounce.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { createFakePanel } from "../../testing/index.ts";
import { PurposeTimeline } from "./PurposeTimeline.tsx";

const policy = liveConfigPolicy();
const panel = createFakePanel({ policy });
const at = deletionUnderWay.requestedAt;

/** The timeline of a state, and of others after it. */
function show(state: TimelineState) {
  vi.stubEnv("TZ", "UTC");
  const announce = vi.fn();
  const timelineOf = (shown: TimelineState) => (
    <OverPanel panel={panel} policy={policy} language="en">
      <AnnounceContext.Provider value={announce}>
        <PurposeTimeline heading="Server statistics" {...factsOf(shown)} />
      </AnnounceContext.Provider>
    </OverPanel>
  );
  const { rerender } = render(timelineOf(state));
  return { announce, change: (next: TimelineState) => rerender(timelineOf(next)) };
}

const steps = () =>
  within(screen.getByRole("list", { name: "Timeline: Server statistics" }))
    .getAllByRole("listitem")
    .map(({ textContent }) => textContent);

const withdrawn = (...deletions: (typeof deletionUnderWay)[]) => ({
  status: "withdrawn",
  at,
  activity: { deletions },
});

test("reads as sentences without the marks", () => {
  show({
    status: "granted",
    at,
    activity: { effective: true, nextAt: "2026-02-15T09:30:00.000Z" },
  });

  expect(steps()).toEqual([
    "Consent given 15 Jan 2026, 09:30 UTC",
    "Last sent Never",
    "Next report 15 Feb 2026, 09:30 UTC",
  ]);
});

test("tells each moment to a machine too", () => {
  show(withdrawn(confirmedDeletion));

  expect(
    screen.getAllByRole("time").map((time) => time.getAttribute("datetime")),
  ).toEqual([at, at, confirmedDeletion.confirmedAt]);
});

test("tells in lines what is so beside the steps", () => {
  show({
    ...withdrawn(failedDeletion, { ...confirmedDeletion, deleted: null }),
    activity: {
      deletions: [failedDeletion, { ...confirmedDeletion, deleted: null }],
    },
  });

  expect(steps().at(-1)).toBe("Not confirmed Attempt failed");
  const lines = screen.getAllByRole("listitem").slice(3);
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    "Next attempt: 15 Jan 2026, 10:30 UTC.",
    "Deletion confirmed on 15 Jan 2026, 09:31 UTC.",
  ]);
});

test("quotes a state of a later panel so that nothing in it reorders the words", () => {
  show(withdrawn({ ...deletionUnderWay, state: "\u202edenoptsop" }));

  expect(steps().at(-1)).toBe("Deletion Unknown: “\\u202edenoptsop”");
});

test("announces once each how a deletion of an earlier consent goes on", () => {
  const granted = (...deletions: (typeof deletionUnderWay)[]) => ({
    status: "granted",
    at,
    activity: { deletions },
  });
  const { announce, change } = show(granted());

  change(granted(deletionUnderWay));
  change(granted({ ...deletionUnderWay }));
  change(granted({ ...confirmedDeletion, id: deletionUnderWay.id }));

  expect(announce.mock.calls).toEqual([
    ["Server statistics: Deletion in progress, requested on 15 Jan 2026, 09:30 UTC."],
    [
      "Server statistics: Deletion confirmed on 15 Jan 2026, 09:31 UTC. Records deleted: 7.",
    ],
  ]);
});

test("leaves it to the status to announce the deletion after a withdrawal", () => {
  const { announce, change } = show({ status: "granted", at });

  change(withdrawn(deletionUnderWay));
  change(withdrawn({ ...confirmedDeletion, id: deletionUnderWay.id }));

  expect(announce).not.toHaveBeenCalled();
});

test("does not announce again, after a consent anew, what the status has told", () => {
  const { announce, change } = show(withdrawn(deletionUnderWay));

  change({ ...withdrawn(deletionUnderWay), status: "granted" });

  expect(announce).not.toHaveBeenCalled();
});
