import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { buildPage, type PolicyPage } from "../../policy/index.ts";
import { OlderRevisions } from "./OlderRevisions.tsx";

function older(language: "de" | "en"): NonNullable<PolicyPage["older"]> {
  const { older: found } = buildPage(policyInForce("2026-04-01"), language);
  if (!found) throw new RangeError("The reference policy has no older revision.");
  return found;
}

const meta = {
  title: "Policy/OlderRevisions",
  component: OlderRevisions,
  args: { older: older("en"), headingLevel: 2, idPrefix: "story-" },
  render: (args, { globals }) => (
    <OlderRevisions {...args} older={older(globals.language === "de" ? "de" : "en")} />
  ),
} satisfies Meta<typeof OlderRevisions>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: one line for each revision, newest first. */
export const Folded: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("group")).toHaveLength(2);
  },
};

/** Look at: what has changed stands before the words of the revision, old and new apart. */
export const Unfolded: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText(/2025-07-24/, { selector: "summary" }));
    await expect(canvas.getAllByRole("insertion").length).toBeGreaterThan(2);
  },
};
