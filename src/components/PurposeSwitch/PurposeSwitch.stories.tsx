import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { PurposeSwitch } from "./PurposeSwitch.tsx";

const meta = {
  title: "Purpose/Switch",
  component: PurposeSwitch,
  args: { label: "Serverstatistiken senden", checked: false, onCheckedChange: fn() },
} satisfies Meta<typeof PurposeSwitch>;

export default meta;

type Story = StoryObj<typeof meta>;

const locked = "Das Senden ist auf diesem Server gesperrt.";

/** Look at: off is told by position, by the word beside it, and not by colour alone. */
export const Off: Story = {
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole("switch", { name: args.label }));
    await expect(args.onCheckedChange).toHaveBeenCalledOnce();
    await expect(args.onCheckedChange).toHaveBeenCalledWith(true);
  },
};

/** Look at: on is no louder than off. */
export const On: Story = {
  args: { checked: true },
  play: async ({ canvas, userEvent, args }) => {
    canvas.getByRole("switch", { checked: true }).focus();
    await userEvent.keyboard("{Enter}");
    await expect(args.onCheckedChange).toHaveBeenCalledOnce();
    await expect(args.onCheckedChange).toHaveBeenCalledWith(false);
  },
};

/** Look at: while a decision is on its way the switch keeps the focus. */
export const Busy: Story = {
  args: { busy: true },
  play: async ({ canvas }) => {
    const toggle = canvas.getByRole("switch", { busy: true });
    toggle.focus();
    await expect(toggle).toHaveFocus();
  },
};

/** Look at: a switch that cannot be turned can be reached, and does nothing. */
export const Inactive: Story = {
  args: { inactive: true, description: locked },
  play: async ({ canvas, userEvent, args }) => {
    const toggle = canvas.getByRole("switch", { description: locked });
    toggle.focus();
    await userEvent.keyboard(" ");
    await expect(toggle).toHaveFocus();
    await expect(args.onCheckedChange).not.toHaveBeenCalled();
  },
};

/** Look at: a very long name wraps, and the switch keeps its size. */
export const LongName: Story = {
  parameters: shows("extreme:long-words"),
  args: {
    label:
      "Donaudampfschifffahrtsgesellschaftskapitänsmützenstatistiken und alles, was sonst noch dazugehört, senden",
  },
};
