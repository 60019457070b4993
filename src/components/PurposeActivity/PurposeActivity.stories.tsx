import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import type { Deletion } from "../../contract/purposeState.ts";
import { PurposeActivity, type PurposeActivityProps } from "./PurposeActivity.tsx";

const nothingYet: PurposeActivityProps["activity"] = {
  effective: false,
  suspended: null,
  openSends: 0,
  pseudonym: null,
  lastSentAt: null,
  nextAt: null,
  deletions: [],
  lock: null,
};

const underWay: Deletion = {
  id: "00000000-0000-4000-8000-000000000001",
  requestedAt: "2026-01-15T09:30:00.000Z",
  state: "under-way",
  nextAttemptAt: null,
  confirmedAt: null,
  deleted: null,
  signature: null,
};

const failed: Deletion = {
  ...underWay,
  id: "00000000-0000-4000-8000-000000000002",
  state: "failed",
  nextAttemptAt: "2026-01-15T10:30:00.000Z",
};

const confirmed: Deletion = {
  ...underWay,
  id: "00000000-0000-4000-8000-000000000003",
  state: "confirmed",
  confirmedAt: "2026-01-15T09:31:00.000Z",
  deleted: 7,
};

const withDeletions = (...deletions: Deletion[]) => ({ ...nothingYet, deletions });

const meta = {
  title: "Purpose/Activity",
  component: PurposeActivity,
  args: {
    heading: "Serverstatistiken",
    schedule: "monthly",
    activity: nothingYet,
  },
} satisfies Meta<typeof PurposeActivity>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: nothing sent and nothing planned, each under its own name. */
export const NeverSent: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("definition")).toHaveLength(2);
    await expect(canvas.getByText(/^Noch nichts$|^Nothing yet$/)).toBeVisible();
  },
};

/** Look at: when it was sent, and when it is sent next, with the zone. */
export const SentWithNext: Story = {
  args: {
    activity: {
      ...nothingYet,
      effective: true,
      lastSentAt: "2026-01-15T09:30:00.000Z",
      nextAt: "2026-02-15T09:30:00.000Z",
    },
  },
};

/** Look at: what is sent on an event has no next time, and no row for one. */
export const OnEvent: Story = {
  args: { schedule: "event" },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("definition")).toHaveLength(1);
  },
};

/** Look at: a deletion under way says since when. */
export const DeletionUnderWay: Story = {
  parameters: shows("deletion:under-way"),
  args: { activity: withDeletions(underWay) },
};

/** Look at: not confirmed is not called deleted; when it is tried again. */
export const DeletionFailed: Story = {
  parameters: shows("deletion:failed"),
  args: { activity: withDeletions(failed) },
};

/** Look at: confirmed says when, and how many reports the vendor deleted. */
export const DeletionConfirmed: Story = {
  parameters: shows("deletion:confirmed"),
  args: { activity: withDeletions(confirmed) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/: 7\)/)).toBeVisible();
  },
};

/** Look at: a vendor that had nothing to delete is quoted with 0. */
export const NothingToDelete: Story = {
  args: { activity: withDeletions({ ...confirmed, deleted: 0 }) },
};

/** Look at: a state that this page does not know is quoted, not guessed. */
export const UnknownDeletion: Story = {
  parameters: shows("deletion:unknown"),
  args: { activity: withDeletions({ ...underWay, state: "postponed" }) },
};

/** Look at: a report that had begun before the withdrawal, until it has ended. */
export const StillLeaving: Story = {
  parameters: shows("openSends:some"),
  args: { activity: { ...withDeletions(underWay), openSends: 1 } },
};

/** Look at: one deletion for each UUID, the newest first, each in a line of its own. */
export const SeveralDeletions: Story = {
  args: { activity: withDeletions(underWay, failed, confirmed) },
  play: async ({ canvas }) => {
    const definitions = canvas.getAllByRole("definition");
    await expect(definitions.at(-1)?.childElementCount).toBe(3);
  },
};
