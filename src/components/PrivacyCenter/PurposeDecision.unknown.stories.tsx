import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Unknown",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: no state is guessed, and withdrawing is possible. */
export const Alone: Story = lookStory("unknown+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("unknown+lock");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("unknown+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("unknown+not-permitted");

/** Look at: the thumb is off, and until it is confirmed reports may leave. */
export const WithdrawalPending: Story = lookStory("unknown+withdrawing");

/** Look at: the verdict first; how it goes on and "Try now" below. */
export const WithdrawalPendingOffline: Story = lookStory("unknown+withdrawing-lost");

/** Look at: the panel said no to the withdrawal; the state is what it was. */
export const WithdrawalFailed: Story = lookStory("unknown+failed-withdrawn");
