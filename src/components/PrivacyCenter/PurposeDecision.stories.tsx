import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { DecisionStory } from "../../../test/support/DecisionStory.tsx";
import { decisionLook } from "../../../test/support/decisionLooks.ts";
import { shows } from "../../../test/support/states.ts";
import { grantObstacles } from "../../client/grantObstacle.ts";
import { suspensions } from "../../contract/purposeState.ts";

const meta = {
  title: "Purpose/Decision",
  component: DecisionStory,
  args: { looks: [] },
  play: async ({ canvas, args: { looks } }) => {
    await expect(canvas.getAllByRole("switch")).toHaveLength(looks.length);
  },
} satisfies Meta<typeof DecisionStory>;

export default meta;

type Story = StoryObj<typeof meta>;

const undecided = decisionLook("undecided+none");
const granted = decisionLook("granted+none");
const suspended = decisionLook("granted+suspended");
const locked = decisionLook("granted+lock");
const anew = decisionLook("granted+decided-anew");

/** Look at: each reason why consent cannot be given now has a sentence of its own. */
export const EveryObstacle: Story = {
  parameters: shows(...grantObstacles.map((obstacle) => `obstacle:${obstacle}` as const)),
  args: { looks: grantObstacles.map((obstacle) => ({ ...undecided, obstacle })) },
  play: async ({ canvas }) => {
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).toHaveAttribute("aria-disabled", "true");
    }
  },
};

/** Look at: consent stands and nothing is sent; why, withdrawing beside the switch, and on a copy that the original's data go too. */
export const EverySuspension: Story = {
  parameters: shows(
    ...suspensions.map((suspension) => `suspended:${suspension}` as const),
    "suspended:unknown",
  ),
  args: {
    looks: [...suspensions, "moved-house"].map((reason) => ({
      ...suspended,
      purpose: {
        ...suspended.purpose,
        activity: { ...suspended.purpose.activity, suspended: reason },
      },
    })),
  },
  play: async ({ canvas }) => {
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
    await expect(
      canvas.getAllByRole("button", { name: /^Widerrufen|^Withdraw/ }),
    ).toHaveLength(suspensions.length + 1);
    await expect(
      canvas.getAllByText(/auch die Daten des Originals|also deletes the original’s/),
    ).toHaveLength(1);
  },
};

/** Look at: by which other way it was decided, and that nobody saw this server's data. */
export const EveryWayToDecide: Story = {
  parameters: shows("via:command", "via:file", "via:unknown", "seen:kinds"),
  args: {
    looks: [
      { via: "command", seen: "bytes" },
      { via: "file", seen: "kinds" },
      { via: "pigeon", seen: "bytes" },
    ].map((how) => ({
      ...granted,
      purpose: {
        ...granted.purpose,
        decision: { ...granted.purpose.decision, ...how },
      },
    })),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText(/^Entschieden |^Decided /)).toHaveLength(3);
    await expect(canvas.getAllByText(/niemand gesehen|nobody saw/)).toHaveLength(1);
  },
};

/** Look at: who locked it, and a lock that a later panel may name is said to be one. */
export const EveryLock: Story = {
  parameters: shows("lock:do-not-track", "lock:vendor", "lock:unknown"),
  args: {
    looks: ["do-not-track", "vendor", "weather"].map((lock) => ({
      ...locked,
      purpose: {
        ...locked.purpose,
        activity: { ...locked.purpose.activity, lock },
      },
    })),
  },
};

/** Look at: why a withdrawal is asked about again, each in a sentence of its own. */
export const EveryReasonToAsk: Story = {
  parameters: shows("wish:decided-anew"),
  args: {
    looks: (["decided", "restored", "not-seen"] as const).map((why) => ({
      ...anew,
      wish: { kind: "decided-anew", since: "2026-01-15T09:30:00.000Z", why },
    })),
  },
};

/** Look at: what a withdrawal waits for, in the line and in the notice below. */
export const EveryWayToGoOn: Story = {
  parameters: shows("wish:withdrawing-lost"),
  args: {
    looks: (["always", "while-open", "by-asking"] as const).map((goesOn) => ({
      ...granted,
      wish: { ...decisionLook("granted+withdrawing-lost").wish, goesOn } as const,
    })),
  },
};
