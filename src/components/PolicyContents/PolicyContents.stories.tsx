import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { buildPage, liveConfigPolicy, type Policy } from "../../policy/index.ts";
import { PolicyContents } from "./PolicyContents.tsx";

interface Shown {
  readonly policy: Policy;
}

const meta = {
  title: "Policy/Contents",
  args: { policy: liveConfigPolicy() },
  render: ({ policy }, { globals }) => (
    <PolicyContents
      contents={buildPage(policy, globals.language === "de" ? "de" : "en").contents}
      idPrefix="story-"
    />
  ),
} satisfies Meta<Shown>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: a link to each section, under a name. */
export const BuiltIn: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("link")).toHaveLength(4);
  },
};

/** Look at: the older revisions stand last. */
export const WithOlderRevisions: Story = {
  args: { policy: policyInForce("2026-04-01") },
};
