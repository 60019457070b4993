import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { lookNames } from "../../test/support/decisionLooks.ts";
import { StatusSheet } from "./StatusSheet.tsx";

const meta = {
  title: "Foundations/Statuses",
  component: StatusSheet,
} satisfies Meta<typeof StatusSheet>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: each row is a status and what modifies it, in German and in English side by side. */
export const EveryStatusAndModifier: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getAllByRole("switch")).toHaveLength(2 * lookNames.length);
  },
};
