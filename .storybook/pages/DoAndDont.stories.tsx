import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { DoAndDont, rules } from "./DoAndDont.tsx";

const meta = {
  title: "Do and don't",
  component: DoAndDont,
  parameters: {
    // The same card stands here more than once, in pairs.
    a11y: { config: { rules: [{ id: "landmark-unique", enabled: false }] } },
  },
} satisfies Meta<typeof DoAndDont>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the left of each pair as it ships, the right crossed and out of reach, and why. */
export const Rules: Story = {
  play: async ({ canvas, canvasElement }) => {
    for (const { title } of rules) canvas.getByRole("heading", { name: title });
    const crossed = [...canvasElement.querySelectorAll(".page-crossed")];
    await expect(crossed).toHaveLength(rules.length);
    await expect(crossed.every((one) => one instanceof HTMLElement && one.inert)).toBe(
      true,
    );
  },
};
