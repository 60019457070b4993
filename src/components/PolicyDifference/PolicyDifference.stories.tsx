import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { PolicyDifference } from "./PolicyDifference.tsx";

const first = policyInForce("2025-07-24");
const withItem = policyInForce("2026-03-01");
const reworded = policyInForce("2026-04-01");

const meta = {
  title: "Policy/Difference",
  component: PolicyDifference,
  args: {
    before: first,
    after: withItem,
    scopes: ["general", "server-statistics"],
    heading: "2025-07-24 → 2026-03-01",
    headingLevel: 2,
  },
} satisfies Meta<typeof PolicyDifference>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the item that came, by its name and in its sentence. */
export const ItemAdded: Story = {
  parameters: shows("difference:item", "difference:added"),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("insertion")).toHaveLength(2);
  },
};

/** Look at: the item that went; struck through, and said so. */
export const ItemRemoved: Story = {
  parameters: shows("difference:item", "difference:removed"),
  args: { before: withItem, after: first, heading: "2026-03-01 → 2025-07-24" },
};

/** Look at: the old words and the new ones, one below the other. */
export const SentenceReworded: Story = {
  parameters: shows("difference:sentence", "difference:reworded"),
  args: { before: withItem, after: reworded, heading: "2026-03-01 → 2026-04-01" },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole("deletion")).toBeVisible();
    await expect(canvas.getByRole("insertion")).toBeVisible();
  },
};

/** Look at: what the vendor had not stated before, apart from the sentences. */
export const SettingsChanged: Story = {
  parameters: shows("difference:setting"),
  args: { before: liveConfigPolicy(), after: first, heading: "Settings" },
};

/** Look at: everything that differs, with the day of the revision. */
export const WholePolicy: Story = {
  render: ({ scopes: _all, ...args }) => <PolicyDifference {...args} after={reworded} />,
};

/** Look at: nothing changed here, in a sentence. */
export const Nothing: Story = {
  parameters: shows("difference:none"),
  args: { scopes: ["license"] },
};
