import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { Icon, iconNames } from "../../src/components/Icon/Icon.tsx";

const sizes = ["--_kt-text-title", "--_kt-text-small"];

function TypeSpaceIcons() {
  return (
    <>
      <h1>Type, space, icons</h1>
      <h2>Type</h2>
      <p style={{ fontFamily: "var(--_kt-font)" }}>--kt-font: running text</p>
      <p style={{ fontFamily: "var(--_kt-font-mono)" }}>--kt-font-mono: the bytes</p>
      {sizes.map((name) => (
        <p key={name} style={{ fontSize: `var(${name})` }}>
          {name.replace("_", "")}
        </p>
      ))}
      <h2>Space</h2>
      {[1, 2, 3, 4].map((steps) => (
        <p key={steps}>
          {steps} × --kt-space
          <span
            data-steps={steps}
            style={{
              display: "block",
              inlineSize: `calc(${steps} * var(--_kt-space))`,
              blockSize: "var(--_kt-space)",
              background: "var(--_kt-color-edge)",
            }}
          />
        </p>
      ))}
      <h2>Icons</h2>
      <ul>
        {iconNames.map((name) => (
          <li key={name}>
            <Icon name={name} /> <code translate="no">{name}</code>
          </li>
        ))}
      </ul>
    </>
  );
}

const meta = {
  title: "Foundations/Type, space, icons",
  component: TypeSpaceIcons,
} satisfies Meta<typeof TypeSpaceIcons>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: each step, size and sign as the sheet has it, in the chosen theme. */
export const TypeSpaceAndIcons: Story = {
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getAllByRole("listitem")).toHaveLength(iconNames.length);
    const [one, two] = canvasElement.querySelectorAll("[data-steps]");
    const width = (element: Element | undefined) =>
      element?.getBoundingClientRect().width ?? 0;
    await expect(width(one)).toBeGreaterThan(0);
    await expect(width(two)).toBeCloseTo(2 * width(one), 0);
  },
};
