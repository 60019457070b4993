import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Granted",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: on only where reports may leave. */
export const Alone: Story = lookStory("granted+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("granted+lock");

/** Look at: consent stands and nothing is sent; why, and what to do. */
export const Suspended: Story = lookStory("granted+suspended");

/** Look at: consent stands, nothing is sent, and why. */
export const NoSender: Story = lookStory("granted+no-sender");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("granted+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("granted+not-permitted");

/** Look at: consent waits until the new data have been looked at. */
export const NewerData: Story = lookStory("granted+newer");

/** Look at: what cannot be agreed to is said right under the controls. */
export const BlockedByUndisclosedData: Story = lookStory("granted+blocked");

/** Look at: nothing is said of what is sent until it has been read. */
export const Settling: Story = lookStory("granted+settling");

/** Look at: the thumb is off, and until it is confirmed reports may leave. */
export const WithdrawalPending: Story = lookStory("granted+withdrawing");

/** Look at: the verdict first; how it goes on and "Try now" below. */
export const WithdrawalPendingOffline: Story = lookStory("granted+withdrawing-lost");

/** Look at: what signing in will do. */
export const WithdrawalPendingSignedOut: Story = lookStory(
  "granted+withdrawing-signed-out",
);

/** Look at: the panel said no to the withdrawal; the state is what it was. */
export const WithdrawalFailed: Story = lookStory("granted+failed-withdrawn");

/** Look at: the person is asked, with both answers at hand. */
export const DecidedAnew: Story = lookStory("granted+decided-anew");

/** Look at: it is shown and never sent. */
export const WithdrawalOfAnother: Story = lookStory("granted+withdrawal-of-another");
