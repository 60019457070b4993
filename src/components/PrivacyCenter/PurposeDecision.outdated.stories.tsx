import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Outdated",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: off, and withdrawing beside it as weighty. */
export const Alone: Story = lookStory("outdated+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("outdated+lock");

/** Look at: consent stands and nothing is sent; why, and what to do. */
export const Suspended: Story = lookStory("outdated+suspended");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("outdated+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("outdated+not-permitted");

/** Look at: consent waits until the new data have been looked at. */
export const NewerData: Story = lookStory("outdated+newer");

/** Look at: what cannot be agreed to is said right under the controls. */
export const BlockedByUndisclosedData: Story = lookStory("outdated+blocked");

/** Look at: one report may still be leaving, and it is said. */
export const OneMayLeave: Story = lookStory("outdated+one-may-leave");

/** Look at: on its way; nothing is claimed of the panel. */
export const GrantPending: Story = lookStory("outdated+granting");

/** Look at: whether it arrived is open, and said to be. */
export const GrantPendingInDoubt: Story = lookStory("outdated+checking");

/** Look at: consent came to nothing; the state is what it was. */
export const GrantFailed: Story = lookStory("outdated+failed-granted");

/** Look at: the thumb is off, and until it is confirmed reports may leave. */
export const WithdrawalPending: Story = lookStory("outdated+withdrawing");

/** Look at: the verdict first; how it goes on and "Try now" below. */
export const WithdrawalPendingOffline: Story = lookStory("outdated+withdrawing-lost");

/** Look at: what signing in will do. */
export const WithdrawalPendingSignedOut: Story = lookStory(
  "outdated+withdrawing-signed-out",
);

/** Look at: the panel said no to the withdrawal; the state is what it was. */
export const WithdrawalFailed: Story = lookStory("outdated+failed-withdrawn");

/** Look at: the person is asked, with both answers at hand. */
export const DecidedAnew: Story = lookStory("outdated+decided-anew");

/** Look at: it is shown and never sent. */
export const WithdrawalOfAnother: Story = lookStory("outdated+withdrawal-of-another");
