import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { buildPage, liveConfigPolicy, type Policy } from "../../policy/index.ts";
import { PolicySummary } from "./PolicySummary.tsx";

interface Shown {
  readonly policy: Policy;
}

const meta = {
  title: "Policy/Summary",
  args: { policy: liveConfigPolicy() },
  render: ({ policy }, { globals }) => (
    <PolicySummary
      summary={buildPage(policy, globals.language === "de" ? "de" : "en").summary}
      idPrefix="story-"
    />
  ),
} satisfies Meta<Shown>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: a row an activity; what the vendor does not state is said, not left blank. */
export const BuiltIn: Story = {
  parameters: shows("extreme:no-settings"),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("rowheader")).toHaveLength(3);
  },
};

/** Look at: what the vendor states stands in the last column. */
export const Stated: Story = {
  args: { policy: policyInForce("2026-04-01") },
};
