import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { StateByWord } from "./StateByWord.tsx";

const meta = {
  title: "Foundations/By its word",
  component: StateByWord,
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("heading", { level: 1 })).toBeVisible();
  },
} satisfies Meta<typeof StateByWord>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the chip in both languages, and the decision as it is then. */
export const Checking: Story = { name: "checking", args: { word: "checking" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Granting: Story = { name: "granting", args: { word: "granting" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Refusing: Story = { name: "refusing", args: { word: "refusing" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Withdrawing: Story = { name: "withdrawing", args: { word: "withdrawing" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const NotWithdrawnYet: Story = {
  name: "not-withdrawn-yet",
  args: { word: "not-withdrawn-yet" },
};

/** Look at: the chip in both languages, and the decision as it is then. */
export const NotRead: Story = { name: "not-read", args: { word: "not-read" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Unknown: Story = { name: "unknown", args: { word: "unknown" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Suspended: Story = { name: "suspended", args: { word: "suspended" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Locked: Story = { name: "locked", args: { word: "locked" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Blocked: Story = { name: "blocked", args: { word: "blocked" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const DeletionFailed: Story = {
  name: "deletion-failed",
  args: { word: "deletion-failed" },
};

/** Look at: the chip in both languages, and the decision as it is then. */
export const Deleting: Story = { name: "deleting", args: { word: "deleting" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Deleted: Story = { name: "deleted", args: { word: "deleted" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Undecided: Story = { name: "undecided", args: { word: "undecided" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Refused: Story = { name: "refused", args: { word: "refused" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Granted: Story = { name: "granted", args: { word: "granted" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Outdated: Story = { name: "outdated", args: { word: "outdated" } };

/** Look at: the chip in both languages, and the decision as it is then. */
export const Withdrawn: Story = { name: "withdrawn", args: { word: "withdrawn" } };

/** Look at: whoever locked it is named, and no report leaves. */
export const Lock: Story = { name: "lock", args: { word: "lock" } };

/** Look at: a plug and a broken edge say that it was read last. */
export const LastKnown: Story = { name: "last-known", args: { word: "last-known" } };

/** Look at: an auditor sees all and can turn nothing. */
export const NotPermitted: Story = {
  name: "not-permitted",
  args: { word: "not-permitted" },
};

/** Look at: consent waits until the newer data have been looked at. */
export const Newer: Story = { name: "newer", args: { word: "newer" } };

/** Look at: consent came to nothing, and the state is what it was. */
export const FailedGranted: Story = {
  name: "failed-granted",
  args: { word: "failed-granted" },
};

/** Look at: the refusal came to nothing, and the state is what it was. */
export const FailedRefused: Story = {
  name: "failed-refused",
  args: { word: "failed-refused" },
};

/** Look at: the withdrawal came to nothing, and consent still stands. */
export const FailedWithdrawn: Story = {
  name: "failed-withdrawn",
  args: { word: "failed-withdrawn" },
};

/** Look at: another person's withdrawal is shown and never sent. */
export const WithdrawalOfAnother: Story = {
  name: "withdrawal-of-another",
  args: { word: "withdrawal-of-another" },
};

/** Look at: nothing is said of what is sent until it has been read. */
export const Settling: Story = { name: "settling", args: { word: "settling" } };

/** Look at: the withdrawal is unconfirmed, and is tried on. */
export const WithdrawingLost: Story = {
  name: "withdrawing-lost",
  args: { word: "withdrawing-lost" },
};

/** Look at: the withdrawal waits until somebody signs in. */
export const WithdrawingSignedOut: Story = {
  name: "withdrawing-signed-out",
  args: { word: "withdrawing-signed-out" },
};

/** Look at: somebody decided meanwhile, and the person is asked. */
export const DecidedAnew: Story = {
  name: "decided-anew",
  args: { word: "decided-anew" },
};

/** Look at: one report may still be leaving, and it is said. */
export const OneMayLeave: Story = {
  name: "one-may-leave",
  args: { word: "one-may-leave" },
};

/** Look at: nothing is sent, for sending is not set up in this panel. */
export const NoSender: Story = {
  name: "no-sender",
  args: { word: "no-sender" },
};
