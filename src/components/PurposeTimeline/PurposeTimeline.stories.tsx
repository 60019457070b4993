import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import {
  confirmedDeletion,
  deletionUnderWay,
  factsOf,
  failedDeletion,
  type TimelineState,
} from "../../../test/fixtures/timelineStates.ts";
import { shows } from "../../../test/support/states.ts";
import { PurposeTimeline, type PurposeTimelineProps } from "./PurposeTimeline.tsx";

const heading = "Serverstatistiken";
const at = "2026-01-15T09:30:00.000Z";

const stateOf = (state: TimelineState): PurposeTimelineProps => ({
  heading,
  ...factsOf(state),
});

const undecided: TimelineState = { status: "undecided" };
const granted: TimelineState = {
  status: "granted",
  at,
  activity: {
    effective: true,
    lastSentAt: "2026-01-15T09:31:00.000Z",
    nextAt: "2026-02-15T09:30:00.000Z",
  },
};
const withdrawn = (...deletions: (typeof deletionUnderWay)[]): TimelineState => ({
  status: "withdrawn",
  at,
  activity: { deletions },
});

const meta = {
  title: "Purpose/Timeline",
  component: PurposeTimeline,
  args: stateOf(undecided),
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole("list", { name: /^(Ablauf|Timeline): / }).children,
    ).toHaveLength(3);
  },
} satisfies Meta<typeof PurposeTimeline>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: three rings, for nothing has happened; what would follow, without a date. */
export const Undecided: Story = {
  parameters: shows("step:planned"),
};

/** Look at: what is sent on an occasion is not said to be monthly. */
export const UndecidedOnOccasion: Story = {
  args: stateOf({ ...undecided, schedule: "event", identification: "none" }),
};

/** Look at: a consent that cannot be given is held back, and nothing is promised. */
export const UndecidedWhileLocked: Story = {
  parameters: shows("step:stopped"),
  args: stateOf({ ...undecided, activity: { lock: "do-not-track" } }),
};

/** Look at: a refusal, and two dashes: nothing was sent, and nothing is planned. */
export const Refused: Story = {
  parameters: shows("step:none"),
  args: stateOf({ status: "refused", at }),
};

/** Look at: two discs for what was, a ring for what comes. */
export const Granted: Story = {
  parameters: shows("step:done"),
  args: stateOf(granted),
};

/** Look at: nothing sent yet is a ring, not a disc. */
export const GrantedAndNothingSent: Story = {
  args: stateOf({ ...granted, activity: { effective: true } }),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^Noch nie$|^Never$/)).toBeVisible();
  },
};

/** Look at: the next report of what is sent on an occasion has no date. */
export const GrantedOnOccasion: Story = {
  args: stateOf({
    ...granted,
    schedule: "event",
    identification: "none",
    activity: { effective: true },
  }),
};

/** Look at: locked over a consent: the next report is held back, and has no date. */
export const GrantedAndLocked: Story = {
  parameters: shows("step:stopped"),
  args: stateOf({ ...granted, activity: { lastSentAt: at, lock: "vendor" } }),
};

/** Look at: suspended after a backup was restored. */
export const GrantedAndSuspended: Story = {
  args: stateOf({
    ...granted,
    activity: { lastSentAt: at, suspended: "store-restored" },
  }),
};

/** Look at: a consent that a new revision ended; nothing is planned. */
export const Outdated: Story = {
  args: stateOf({ status: "outdated", at }),
};

/** Look at: a half ring for the deletion under way, which is not called confirmed. */
export const DeletionUnderWay: Story = {
  parameters: shows("step:open", "deletion:under-way"),
  args: stateOf(withdrawn(deletionUnderWay)),
};

/** Look at: a triangle, and below when it is tried again. */
export const DeletionFailed: Story = {
  parameters: shows("step:failed", "deletion:failed"),
  args: stateOf(withdrawn(failedDeletion)),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^(Nächster Versuch|Next attempt):/)).toBeVisible();
  },
};

/** Look at: three discs, and below how many records the vendor deleted. */
export const DeletionConfirmed: Story = {
  parameters: shows("deletion:confirmed"),
  args: stateOf(withdrawn(confirmedDeletion)),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/: 7\.$/)).toBeVisible();
  },
};

/** Look at: a vendor that had nothing to delete is quoted with 0. */
export const NothingToDelete: Story = {
  args: stateOf(withdrawn({ ...confirmedDeletion, deleted: 0 })),
};

/** Look at: a state that this page does not know is quoted, not guessed. */
export const UnknownDeletion: Story = {
  parameters: shows("step:unknown", "deletion:unknown"),
  args: stateOf(withdrawn({ ...deletionUnderWay, state: "postponed" })),
};

/** Look at: nothing was sent under this consent, so nothing is deleted. */
export const WithdrawnBeforeAnything: Story = {
  args: stateOf(withdrawn()),
};

/** Look at: anonymous reports cannot be deleted, and the timeline says why. */
export const WithdrawnAnonymous: Story = {
  args: stateOf({
    ...withdrawn(),
    identification: "none",
    activity: { lastSentAt: "2026-01-14T09:30:00.000Z" },
  }),
};

/** Look at: deletions of older pseudonyms in lines while they go on; what is over is history. */
export const OlderDeletions: Story = {
  parameters: shows("deletion:under-way", "deletion:failed"),
  args: stateOf({
    ...granted,
    activity: {
      ...granted.activity,
      deletions: [deletionUnderWay, failedDeletion, confirmedDeletion],
    },
  }),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("listitem")).toHaveLength(5);
  },
};

/** Look at: a state of a later panel is quoted, and nothing is promised. */
export const UnknownStatus: Story = {
  parameters: shows("step:unknown", "status:unknown"),
  args: stateOf({ status: "paused", activity: { lastSentAt: at } }),
};

const decided: readonly TimelineState[] = [
  undecided,
  { ...undecided, schedule: "event" },
  granted,
  { ...granted, activity: { effective: true } },
  { ...withdrawn(), identification: "none", activity: { lastSentAt: at } },
  withdrawn(),
  withdrawn(deletionUnderWay),
  withdrawn(confirmedDeletion),
  { status: "refused", at },
];

/** Look at: in each width every row is as high as the others, so that a decision moves nothing. */
export const AsHighWhateverIsDecided: Story = {
  render: () => (
    <>
      {[15, 17.5, 17.75, 18.75, 25, 33.25, 60].map((width) => (
        <div key={width} data-width={width} style={{ inlineSize: `${width}em` }}>
          {decided.map((state, index) => (
            <PurposeTimeline
              key={JSON.stringify(state)}
              {...stateOf(state)}
              heading={`${width} ${index}`}
            />
          ))}
        </div>
      ))}
    </>
  ),
  play: async ({ canvasElement }) => {
    for (const row of canvasElement.querySelectorAll("[data-width]")) {
      const heights = [...row.children].map((timeline) =>
        Math.round(timeline.getBoundingClientRect().height),
      );
      await expect(heights).toEqual(decided.map(() => heights[0]));
    }
  },
};
