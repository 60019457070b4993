import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Undecided",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: nothing is on, and "no" weighs as much as the switch. */
export const Alone: Story = lookStory("undecided+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("undecided+lock");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("undecided+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("undecided+not-permitted");

/** Look at: consent waits until the new data have been looked at. */
export const NewerData: Story = lookStory("undecided+newer");

/** Look at: what cannot be agreed to is said right under the controls. */
export const BlockedByUndisclosedData: Story = lookStory("undecided+blocked");

/** Look at: on its way; nothing is claimed of the panel. */
export const GrantPending: Story = lookStory("undecided+granting");

/** Look at: the refusal is on its way; nothing is claimed. */
export const RefusalPending: Story = lookStory("undecided+refusing");

/** Look at: whether it arrived is open, and said to be. */
export const GrantPendingInDoubt: Story = lookStory("undecided+checking");

/** Look at: consent came to nothing; the state is what it was. */
export const GrantFailed: Story = lookStory("undecided+failed-granted");

/** Look at: the refusal came to nothing; the state is what it was. */
export const RefusalFailed: Story = lookStory("undecided+failed-refused");

/** Look at: it is shown and never sent. */
export const WithdrawalOfAnother: Story = lookStory("undecided+withdrawal-of-another");
