import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { buildPage, liveConfigPolicy, type Sample } from "../../policy/index.ts";
import { PolicySample } from "./PolicySample.tsx";

function sample(language: "de" | "en"): Sample {
  const [found] = buildPage(liveConfigPolicy(), language).samples;
  if (!found) throw new RangeError("The built-in policy has no sample.");
  return found;
}

const meta = {
  title: "Policy/Sample",
  component: PolicySample,
  args: { sample: sample("en") },
  render: (_, { globals }) => (
    <PolicySample sample={sample(globals.language === "de" ? "de" : "en")} />
  ),
} satisfies Meta<typeof PolicySample>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: called a sample before it is opened, and once more beside the values. */
export const Unfolded: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByText(/^(Beispiel|Sample) /));
    await expect(canvas.getByText(/"signal": 6/)).toBeVisible();
  },
};
