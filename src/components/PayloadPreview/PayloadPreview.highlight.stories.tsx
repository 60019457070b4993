import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import { names, PreviewOf, previewArgs } from "../../../test/support/PreviewOf.tsx";

const meta = {
  title: "Payload/Preview",
  component: PreviewOf,
  args: previewArgs(),
} satisfies Meta<typeof PreviewOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: a sentence highlights its values in the bytes; the first is framed and explained. */
export const SentenceSelected: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const highlighted = () =>
      [...canvasElement.querySelectorAll("mark[data-highlighted]")].map(
        ({ textContent }) => textContent,
      );
    await userEvent.click(
      canvas.getByRole("button", { name: /(zeigen|bytes): Linux.[Dd]istribution/ }),
    );
    await expect(highlighted()).toEqual(['"Debian GNU/Linux"', '"12"']);
    const explanation = canvas.getByRole("region", { name: names.selected });
    await expect(explanation).toHaveFocus();
    await expect(explanation).toHaveTextContent(/distribution.name/);
    await expect(
      canvasElement.querySelector("li[data-highlighted]")?.textContent,
    ).toMatch(/(Name und Version|name and version)/);
  },
};

/** Look at: a sentence that is pointed at or has the focus highlights its values alike. */
export const SentenceFocused: Story = {
  args: { isOpen: true },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Nächster|Next/ }));
    for (let press = 0; press < 3; press += 1) await userEvent.tab();
    await waitFor(() =>
      expect(
        [...canvasElement.querySelectorAll("mark")].map((mark) => [
          mark.textContent,
          mark.getAttribute("data-highlighted"),
        ]),
      ).toEqual([
        ['"Debian GNU/Linux"', "item"],
        ['"12"', "item"],
      ]),
    );
  },
};

/** Look at: a row that is pointed at shows its sentence over what follows; nothing moves. */
export const RowPointedAt: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const height = canvasElement.scrollHeight;
    await userEvent.hover(canvas.getByText(/^Linux.[Dd]istribution$/));
    await expect(
      canvas.getByText(/^(Name und Version|name and version)/, {
        selector: ".kt-values__sentence > *",
      }),
    ).toBeVisible();
    await expect(canvasElement.scrollHeight).toBe(height);
    await userEvent.keyboard("{Escape}");
    await expect(canvasElement.querySelector("[data-kt=sentence]")).toBeNull();
    await userEvent.click(canvas.getByText(/^Linux.[Dd]istribution$/));
  },
};

/** Look at: a value that no sentence discloses is marked in the bytes and says so itself. */
export const UndisclosedSelected: Story = {
  args: { payload: payloadAnswer({ hostname: "server.example", ...statistics }) },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(
      canvas.getByRole("button", { name: /Zur Stelle|to the place/ }),
    );
    const mark = canvasElement.querySelector("[data-finding=undisclosed]");
    await expect(mark?.textContent).toBe('"hostname": "server.example"');
    await expect(canvas.getByRole("region", { name: names.selected })).toHaveTextContent(
      /Nicht in der|Not in the/,
    );
    await expect(canvas.getByRole("region", { name: names.selected })).toHaveFocus();
  },
};
