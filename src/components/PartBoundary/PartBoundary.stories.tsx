import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { alertText } from "../../../test/support/alerts.ts";
import { shows } from "../../../test/support/states.ts";
import { GuardedPart, type GuardedPartProps } from "./GuardedPart.tsx";

/** A part with a defect. */
function Broken(): never {
  throw new TypeError("The story's part is broken.");
}

const meta = {
  title: "Centre/Broken part",
  component: GuardedPart,
  args: { part: "payload", children: <Broken /> },
  // React tells of the error in the console; here it is meant.
  beforeEach: () => {
    const { error } = console;
    console.error = () => {};
    return () => {
      console.error = error;
    };
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: /Noch einmal lesen|Read again/ });
    await expect(alertText()).toMatch(/konnte nicht angezeigt werden|could not be shown/);
  },
} satisfies Meta<GuardedPartProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: what happened, that the rest holds, and the way to read it again. */
export const Part: Story = { parameters: shows("broken:part") };

/** Look at: what is known of a card stands in its alert. */
export const Card: Story = {
  parameters: shows("broken:card"),
  args: { part: "server-statistics", known: <p>22.11.2026, 09:00</p> },
};

/** Look at: what the panel has recorded stays as it is. */
export const Page: Story = {
  parameters: shows("broken:page"),
  args: { part: "page" },
};
