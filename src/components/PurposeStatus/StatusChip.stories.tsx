import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { purposeStatuses } from "../../client/purposeStatus.ts";
import { StatusChip } from "./StatusChip.tsx";

/** Every chip, as read now or as known last. */
function AllChips({ isLastKnown }: { readonly isLastKnown: boolean }) {
  return (
    <ul>
      {purposeStatuses.map((status) => (
        <li key={status}>
          <StatusChip status={status} isLastKnown={isLastKnown} />
        </li>
      ))}
    </ul>
  );
}

const meta = {
  title: "Purpose/StatusChip",
  component: AllChips,
  args: { isLastKnown: false },
  play: async ({ canvas }) => {
    const words = canvas.getAllByRole("listitem").map(({ textContent }) => textContent);
    await expect(new Set(words).size).toBe(purposeStatuses.length);
  },
} satisfies Meta<typeof AllChips>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: each status has a sign and a word of its own; no two differ by colour alone. */
export const EveryChip: Story = {
  parameters: shows(...purposeStatuses.map((status) => `chip:${status}` as const)),
};

/** Look at: a plug and a broken edge say that it is what was known last. */
export const EveryChipLastKnown: Story = {
  args: { isLastKnown: true },
  play: async ({ canvasElement }) => {
    const chips = canvasElement.querySelectorAll("[data-last-known]");
    for (const chip of chips) {
      const { borderColor, color } = getComputedStyle(chip);
      await expect(borderColor).toBe(color);
    }
  },
};
