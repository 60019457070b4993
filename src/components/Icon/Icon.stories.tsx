import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { Icon, iconNames } from "./Icon.tsx";

/** Each sign with its name, as it stands beside a word. */
function AllIcons() {
  return (
    <ul>
      {iconNames.map((name) => (
        <li key={name}>
          <Icon name={name} />
          <span> </span>
          <code translate="no">{name}</code>
        </li>
      ))}
    </ul>
  );
}

const meta = {
  title: "Purpose/Icon",
  component: AllIcons,
} satisfies Meta<typeof AllIcons>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: each sign is told from all others by its shape, in the colour of the text. */
export const EveryIcon: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByRole("listitem")).toHaveLength(iconNames.length);
    const drawn = [...canvasElement.querySelectorAll("svg")].map((svg) => svg.innerHTML);
    await expect(new Set(drawn).size).toBe(iconNames.length);
  },
};
