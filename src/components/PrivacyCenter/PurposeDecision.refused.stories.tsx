import type { Meta, StoryObj } from "@storybook/react-vite";
import {
  type DecisionStoryProps,
  lookMeta,
  lookStory,
} from "../../../test/support/DecisionStory.tsx";

const meta = {
  title: "Purpose/Decision/Refused",
  ...lookMeta,
} satisfies Meta<DecisionStoryProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: off by a decision; who and when. */
export const Alone: Story = lookStory("refused+none");

/** Look at: what is locked is said, and no report leaves. */
export const LockedByVendor: Story = lookStory("refused+lock");

/** Look at: the chip says that it is what was known last. */
export const OfflineLastKnown: Story = lookStory("refused+last-known");

/** Look at: all can be read and nothing turned. */
export const AuditorMayOnlyLook: Story = lookStory("refused+not-permitted");

/** Look at: consent waits until the new data have been looked at. */
export const NewerData: Story = lookStory("refused+newer");

/** Look at: what cannot be agreed to is said right under the controls. */
export const BlockedByUndisclosedData: Story = lookStory("refused+blocked");

/** Look at: on its way; nothing is claimed of the panel. */
export const GrantPending: Story = lookStory("refused+granting");

/** Look at: whether it arrived is open, and said to be. */
export const GrantPendingInDoubt: Story = lookStory("refused+checking");

/** Look at: consent came to nothing; the state is what it was. */
export const GrantFailed: Story = lookStory("refused+failed-granted");

/** Look at: it is shown and never sent. */
export const WithdrawalOfAnother: Story = lookStory("refused+withdrawal-of-another");
