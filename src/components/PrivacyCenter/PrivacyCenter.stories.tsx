import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import {
  type CenterOfProps,
  centreStory,
  everythingIsThere,
  findToggle,
  isGrant,
  isWithdrawal,
  names,
  turn,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { outage, ownNetwork } from "../../../test/support/storyOutage.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { people } from "../../testing/index.ts";

const meta = {
  title: "Centre",
  ...centreStory,
  play: ({ canvas }) => everythingIsThere(canvas),
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const statistics = "server-statistics";

/** Look at: both switches off, "no" as weighty as "yes", the bytes below. */
export const Undecided: Story = {
  parameters: shows(
    "page:ready",
    "status:undecided",
    "kind:sample",
    "kind:next",
    "check:matches",
    "reading:readable",
    "place:disclosed",
  ),
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
    await expect(canvas.getAllByRole("button", { name: names.refuse })).toHaveLength(2);
  },
};

/** Look at: the policy is there before the panel has answered, and no switch is. */
export const Loading: Story = {
  ...outage("silent"),
  parameters: shows("page:loading"),
  play: async ({ canvas }) => {
    const reading = /^Der Stand wird gelesen|^Loading the current state/;
    await expect(await canvas.findAllByText(reading)).toHaveLength(2);
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: who agreed and when; the UUID in the bytes. */
export const Granted: Story = {
  parameters: shows("status:granted"),
  args: { prepare: (panel) => panel.decideAs(people.admin, statistics, "grant") },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(await findToggle(canvas)).toBeChecked();
  },
};

/** Look at: consent stands, and nothing is sent and why; no timeline, and no way to a vendor. */
export const NoSender: Story = {
  parameters: shows("status:granted"),
  args: { ...Granted.args, options: { transport: null } },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(await findToggle(canvas)).toBeChecked();
    const why =
      /Der Versand ist nicht eingerichtet\.$|sending is not set up in this panel\.$/;
    await expect(canvas.getAllByText(why)).toHaveLength(2);
    await expect(canvas.queryByRole("list", { name: /^Ablauf|^Timeline/ })).toBeNull();
  },
};

/** Look at: a name that would reorder the sentence, or ring a bell, stands in it as marks. */
export const HostileName: Story = {
  parameters: shows("status:granted"),
  args: {
    prepare: (panel) =>
      panel.decideAs(
        { id: "admin", name: "\u202enimdA\u0007 מנהל", mayDecide: true },
        statistics,
        "grant",
      ),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getAllByText(/\\u202enimdA\\u0007 מנהל/)).toHaveLength(1);
  },
};

/** Look at: the switch moves after the panel's answer, and the focus stays on it. */
export const Granting: Story = {
  parameters: shows("status:granted"),
  play: async (context) => {
    await turn(context);
    const toggle = await findToggle(context.canvas);
    await waitFor(() => expect(toggle).toBeChecked());
    await expect(toggle).toHaveFocus();
  },
};

/** Look at: a grant on its way is off, says so, and can be taken back at once. */
export const GrantPending: Story = {
  parameters: shows("wish:granting"),
  globals: ownNetwork,
  args: {
    prepare: (panel) => panel.fault({ type: "held", moment: "request", on: isGrant }),
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(/^Die Einwilligung gilt, sobald|^The consent applies once/);
    const toggle = await findToggle(canvas);
    await expect(toggle).not.toBeChecked();
    await expect(toggle).toHaveAttribute("aria-busy", "true");
  },
};

/** Look at: a refusal is a decision of its own. */
export const Refused: Story = {
  parameters: shows("status:refused"),
  args: { prepare: (panel) => panel.decideAs(people.admin2, statistics, "refuse") },
};

/** Look at: withdrawn says what became of the data at the vendor. */
export const Withdrawn: Story = {
  parameters: shows("status:withdrawn"),
  args: { options: { purposes: { [statistics]: { status: "withdrawn" } } } },
};

/** Look at: off at once, and the sentence that reports may leave until the panel confirms it. */
export const WithdrawalPending: Story = {
  parameters: shows("wish:withdrawing"),
  globals: ownNetwork,
  args: {
    options: { purposes: { [statistics]: { status: "granted" } } },
    prepare: (panel) =>
      panel.fault({ type: "held", moment: "request", on: isWithdrawal }),
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(
      /^Der Widerruf wird übermittelt|^The withdrawal is on its way/,
    );
    await canvas.findByText(/^Bis dahin kann noch gesendet|^Until then, reports may/);
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: the deletion at the vendor goes on after the withdrawal, and since when. */
export const DeletionUnderWay: Story = {
  parameters: shows("deletion:under-way"),
  args: {
    options: {
      purposes: {
        [statistics]: { status: "granted", lastSentAt: "2026-01-02T03:14:00.000Z" },
      },
    },
    prepare: (panel) => panel.decideAs(people.admin, statistics, "withdraw"),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    const timeline = canvas.getByRole("list", {
      name: /^Ablauf: Server|^Timeline: Server/,
    });
    await expect(
      within(timeline).getByText(/^Löschung läuft|^Deletion in progress/),
    ).toBeVisible();
  },
};

/** Look at: how many reports the vendor says it deleted. */
export const DeletionConfirmed: Story = {
  parameters: shows("deletion:confirmed"),
  args: {
    ...DeletionUnderWay.args,
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "withdraw");
      panel.deletion(statistics, { state: "confirmed", deleted: 7 });
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/^Gelöschte Datensätze: 7\.$|^Records deleted: 7\.$/);
  },
};

/** Look at: not confirmed is not called deleted; when it is tried again. */
export const DeletionFailed: Story = {
  parameters: shows("deletion:failed"),
  args: {
    ...DeletionUnderWay.args,
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "withdraw");
      panel.deletion(statistics, {
        state: "failed",
        nextAttemptAt: "2026-01-15T10:30:00.000Z",
      });
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/^Nicht bestätigt$|^Not confirmed$/);
  },
};

/** Look at: consent to an older revision does not cover the new one; off, with a button. */
export const Outdated: Story = {
  parameters: shows("status:outdated", "since:sinceConsent"),
  args: {
    policy: policyInForce("2026-03-01"),
    prepare: (panel) => {
      panel.revise(policyInForce("2025-07-24"));
      panel.decideAs(people.admin, statistics, "grant");
      panel.revise(policyInForce("2026-03-01"));
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByRole("button", { name: names.withdraw })).toBeVisible();
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: a state of a later contract is named as it came; nothing is guessed. */
export const UnknownStatus: Story = {
  parameters: shows("status:unknown", "obstacle:status-unknown"),
  args: { options: { purposes: { [statistics]: { decision: { status: "paused" } } } } },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/(Stand|the state) [„“]paused[“”]/);
    await expect(await findToggle(canvas)).toHaveAttribute("aria-disabled", "true");
  },
};

/** Look at: locked by the system; consent cannot be given. */
export const LockedByVendor: Story = {
  parameters: shows("lock:vendor", "obstacle:locked"),
  args: { prepare: (panel) => panel.lock("vendor") },
};

/** Look at: locked by the system; withdrawing stays possible. */
export const LockedOverGrant: Story = {
  parameters: shows("lock:do-not-track", "obstacle:locked"),
  args: {
    options: { purposes: { [statistics]: { status: "granted" } } },
    prepare: (panel) => panel.lock("do-not-track"),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByRole("button", { name: names.withdraw })).toBeVisible();
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
  },
};

/** Look at: an auditor sees the state and why the switch is inactive. */
export const AuditorMayOnlyLook: Story = {
  parameters: shows("obstacle:not-permitted"),
  args: {
    options: {
      viewer: people.auditor,
      purposes: { [statistics]: { status: "granted" } },
    },
  },
};
