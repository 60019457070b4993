import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { shows } from "../../../test/support/states.ts";
import { referencePolicy } from "../../policy/demo/referencePolicy.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { PrivacyPolicy } from "./PrivacyPolicy.tsx";

const meta = {
  title: "Policy/PrivacyPolicy",
  component: PrivacyPolicy,
  parameters: { isWhole: true },
  args: { policy: liveConfigPolicy() },
} satisfies Meta<typeof PrivacyPolicy>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the five sections in order; the day at the top and at the end in the reader's own words. */
export const BuiltIn: Story = {
  parameters: shows("extreme:no-settings"),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("heading", { level: 2 })).toHaveLength(4);
    const [atTop, atEnd] = canvas.getAllByRole("time");
    await expect(atTop).toHaveAttribute("datetime", "2025-07-24");
    await expect(atEnd).toHaveAttribute("datetime", "2025-07-24");
  },
};

/** Look at: what the vendor states stands in rows; nothing is invented where it does not. */
export const WithSettings: Story = { args: { policy: referencePolicy } };

/** Look at: another product's policy, with none of the first one's words. */
export const AnotherProduct: Story = {
  parameters: shows("extreme:another-product"),
  args: { policy: otherPolicy },
};
