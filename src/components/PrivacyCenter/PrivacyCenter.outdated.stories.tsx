import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import {
  CenterOf,
  everythingIsThere,
  showCard,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { createFakePanel, people, statistics } from "../../testing/index.ts";

interface RevisedProps {
  /** The revision in force, which the page knows with all before it. */
  readonly revision: "2026-03-01" | "2026-04-01";
}

const meta = {
  title: "Centre/Outdated",
  parameters: { isWhole: true },
  args: { revision: "2026-03-01" },
  loaders: [
    ({ args: { revision } }) => {
      const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
      panel.decideAs(people.admin, "server-statistics", "grant");
      panel.revise(policyInForce(revision));
      panel.setPayload("server-statistics", { ...statistics, architecture: "x64" });
      return { panel };
    },
  ],
  render: ({ revision }, { loaded }) => (
    <CenterOf policy={policyInForce(revision)} panel={loaded.panel} />
  ),
  play: async ({ canvas }) => {
    const change = await canvas.findByRole("region", {
      name: /seit der Einwilligung geändert|changed since consent/,
    });
    await expect(change).toBeVisible();
    for (const toggle of await canvas.findAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
  },
  afterEach: showCard,
} satisfies Meta<RevisedProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the new item before the switch, which is off; withdrawing is as near as agreeing. */
export const ItemAdded: Story = {
  parameters: shows("status:outdated", "since:sinceConsent", "difference:added"),
};

/** Look at: a spelling fix since then is shown as well, with its old words. */
export const ItemAddedAndSentenceReworded: Story = { args: { revision: "2026-04-01" } };

/** Look at: who refused is told what changed since, and is not asked. */
export const RefusedBefore: Story = {
  parameters: shows("since:sinceDecision"),
  loaders: [
    () => {
      const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
      panel.decideAs(people.admin, "server-statistics", "refuse");
      panel.revise(policyInForce("2026-03-01"));
      panel.setPayload("server-statistics", { ...statistics, architecture: "x64" });
      return { panel };
    },
  ],
  play: async ({ canvas }) => {
    await canvas.findByRole("region", {
      name: /seit der Entscheidung geändert|changed since the decision/,
    });
  },
};

/** Look at: the policy changed while the page was open; what is new, before the switch. */
export const ChangedWhileOpen: Story = {
  parameters: shows("since:sinceOpened"),
  loaders: [() => ({ panel: createFakePanel({ policy: policyInForce("2025-07-24") }) })],
  play: async ({ canvas, loaded }) => {
    await everythingIsThere(canvas);
    loaded.panel.revise(policyInForce("2026-03-01"));
    window.dispatchEvent(new Event("visibilitychange"));
    const changes = await canvas.findAllByRole("region", {
      name: /seit diese Seite geöffnet|since this page was opened/,
    });
    await expect(changes.length).toBeGreaterThan(0);
  },
};
