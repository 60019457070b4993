import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { Folds } from "./Folds.tsx";

const fold = (label: string) => ({
  id: label.toLowerCase(),
  label,
  content: () => <p>{`${label} …`}</p>,
});

const meta = {
  title: "Purpose/Folds",
  component: Folds,
  args: { heading: "LiveConfig", folds: ["Alpha", "Beta", "Gamma", "Delta"].map(fold) },
} satisfies Meta<typeof Folds>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: four in a row, or in two rows where it is narrow; nothing is unfolded. */
export const Closed: Story = {
  play: async ({ canvas }) => {
    for (const button of canvas.getAllByRole("button")) {
      await expect(button).toHaveAttribute("aria-expanded", "false");
    }
  },
};

/** Look at: a panel opens below the row in its whole width, and the row stays where it was. */
export const Opened: Story = {
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole("button", { name: /^Beta ?: LiveConfig$/ });
    await userEvent.click(button);
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await expect(canvas.getByText("Beta …")).toBeVisible();
  },
};
