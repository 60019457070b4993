import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Withdrawn",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: off; no more reports leave. */
export const Alone: Story = lookStory("withdrawn+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("withdrawn+lock");

/** Look at: a deletion is owed that nobody asks for: nothing is in progress. */
export const NoSender: Story = lookStory("withdrawn+no-sender");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("withdrawn+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("withdrawn+not-permitted");

/** Look at: consent waits until the new data have been looked at. */
export const NewerData: Story = lookStory("withdrawn+newer");

/** Look at: what cannot be agreed to is said right under the controls. */
export const BlockedByUndisclosedData: Story = lookStory("withdrawn+blocked");

/** Look at: nothing is said of what is sent until it has been read. */
export const Settling: Story = lookStory("withdrawn+settling");

/** Look at: one report may still be leaving, and it is said. */
export const OneMayLeave: Story = lookStory("withdrawn+one-may-leave");

/** Look at: the deletion is under way. */
export const DeletionUnderWay: Story = lookStory("withdrawn+deleting");

/** Look at: the deletion is not confirmed; when it is tried again. */
export const DeletionFailed: Story = lookStory("withdrawn+deletion-failed");

/** Look at: the deletion is confirmed. */
export const DeletionConfirmed: Story = lookStory("withdrawn+deleted");

/** Look at: on its way; nothing is claimed of the panel. */
export const GrantPending: Story = lookStory("withdrawn+granting");

/** Look at: whether it arrived is open, and said to be. */
export const GrantPendingInDoubt: Story = lookStory("withdrawn+checking");

/** Look at: consent came to nothing; the state is what it was. */
export const GrantFailed: Story = lookStory("withdrawn+failed-granted");

/** Look at: it is shown and never sent. */
export const WithdrawalOfAnother: Story = lookStory("withdrawn+withdrawal-of-another");
