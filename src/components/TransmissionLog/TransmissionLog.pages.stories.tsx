import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { attempt } from "../../../test/fixtures/transmissions.ts";
import {
  type LogOfProps,
  logStory,
  rows,
  withoutAnswer,
} from "../../../test/support/LogOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { outage } from "../../../test/support/storyOutage.ts";

const meta = {
  title: "Purpose/TransmissionLog",
  ...logStory,
} satisfies Meta<LogOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** A report a month, of which one failed and one was not sent. */
const year = Array.from({ length: 12 }, (_, index) => {
  const at = new Date(Date.UTC(2026, -index, 3, 3, 14)).toISOString();
  return index === 7
    ? []
    : [
        attempt(
          120 - index,
          index === 3 ? { at, outcome: "unreachable", ...withoutAnswer } : { at },
        ),
      ];
}).flat();

/** Look at: twelve months with their marks: sent, one failed, one in which nothing was sent. */
export const AYear: Story = {
  parameters: shows("extreme:a-year-of-reports"),
  args: { transmissions: year },
  play: async ({ canvas }) => {
    const months = await canvas.findByRole("list", {
      name: /zwölf Monate|twelve months/,
    });
    await expect(months.children).toHaveLength(12);
    await expect(within(months).getAllByText(/^(gesendet|sent)$/)).toHaveLength(10);
    await expect(within(months).getAllByText(/^(nichts|nothing)$/)).toHaveLength(1);
  },
};

/** Look at: crash reports come when something happens, and are counted. */
export const ACountedYear: Story = {
  args: {
    purpose: "crash-reports",
    transmissions: year.map((kept) => ({
      ...kept,
      entry: { ...kept.entry, purpose: "crash-reports" },
    })),
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findAllByText(/^1 (gesendet|sent)$/)).toHaveLength(10);
  },
};

/** Look at: on a narrow page a row is a stack, and nothing scrolls sideways. */
export const Narrow: Story = {
  args: { transmissions: year, width: "20rem" },
};

/** Look at: what a filter leaves is counted; one that leaves nothing says so and goes back. */
export const NothingMatches: Story = {
  parameters: shows("extreme:filter-without-match"),
  args: {
    transmissions: Array.from({ length: 13 }, (_, index) => attempt(20 - index)),
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.selectOptions(
      await canvas.findByRole("combobox", { name: /^(Ergebnis|Outcome)$/ }),
      "failed",
    );
    await canvas.findByText(/^(Kein gelesener Eintrag|No entry that was read)/);
    await expect(rows(canvas)).toHaveLength(0);
  },
};

/** Look at: the log is on its way. */
export const BeingRead: Story = {
  ...outage("silent"),
  play: async ({ canvas }) => {
    await canvas.findByText(/^(Der Stand wird|Loading|Reading)/);
  },
};

/** Look at: fifty at first; the older ones come by a button, below the newer. */
export const OlderPages: Story = {
  parameters: shows("extreme:long-log"),
  args: {
    transmissions: Array.from({ length: 120 }, (_, index) => attempt(120 - index)),
  },
  play: async ({ canvas, userEvent }) => {
    const older = await canvas.findByRole("button", { name: /Ältere|Older/ });
    await expect(rows(canvas)).toHaveLength(50);
    await userEvent.click(older);
    await waitFor(() => expect(rows(canvas)).toHaveLength(100));
  },
};

/** Look at: the log cannot be read, and what to do. */
export const NotReadable: Story = {
  ...outage("failing"),
  parameters: shows("foreign:gateway"),
  play: async ({ canvas }) => {
    await canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/);
  },
};
