import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, spyOn, waitFor } from "storybook/test";
import { alertText } from "../../../test/support/alerts.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { shows } from "../../../test/support/states.ts";
import { ownNetwork } from "../../../test/support/storyOutage.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { createFakePanel, type FakePanel, people } from "../../testing/index.ts";
import { PrivacyExport } from "./PrivacyExport.tsx";

interface ExportOfProps {
  /** Brings the panel into the state that the story shows. */
  readonly prepare?: (panel: FakePanel) => unknown;
}

/** The export of a panel in memory, in the language of the story. */
function ExportOf({ panel }: { readonly panel: FakePanel }) {
  const { language, policy } = usePrivacy();
  return (
    <OverPanel panel={panel} policy={policy} language={language}>
      <PrivacyExport id="export" />
    </OverPanel>
  );
}

const meta = {
  title: "Centre/Export",
  args: {},
  loaders: [
    ({ args: { prepare } }) => {
      const panel = createFakePanel();
      panel.decideAs(people.admin, "server-statistics", "grant");
      prepare?.(panel);
      return { panel };
    },
  ],
  render: (_args, { loaded }) => <ExportOf panel={loaded.panel} />,
} satisfies Meta<ExportOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const open: NonNullable<Story["play"]> = async ({ canvas, userEvent }) => {
  await userEvent.click(canvas.getByText(/^Export (für|for) /));
  await canvas.findByRole("button", { name: /Als JSON-Datei|Save as JSON/ });
};

const start: NonNullable<Story["play"]> = async (context) => {
  await open(context);
  const { canvas, userEvent } = context;
  await userEvent.click(
    canvas.getByRole("button", { name: /Als JSON-Datei|Save as JSON/ }),
  );
};

/** Look at: what is in the file, and what is not, before anything is read; no alert. */
export const Ready: Story = {
  parameters: shows("export:idle"),
  play: async (context) => {
    await open(context);
    await expect(
      context.canvas.getByText(/^Eine Datei mit|^One file with/),
    ).toBeVisible();
    await expect(context.canvasElement.querySelector(".kt-alert")).toBeNull();
  },
};

/** Look at: how much of it has been read. */
export const Reading: Story = {
  parameters: shows("export:reading"),
  globals: ownNetwork,
  args: {
    prepare: (panel) =>
      panel.fault({
        type: "held",
        moment: "answer",
        on: ({ path }) => path?.startsWith("/receipts") ?? false,
      }),
  },
  play: async (context) => {
    await start(context);
    await context.canvas.findByText(/^5 von 6 gelesen$|^5 of 6 read$/);
  },
};

/** Look at: stopped by the person; nothing was saved, and it can be started again. */
export const Stopped: Story = {
  parameters: shows("export:stopped"),
  globals: ownNetwork,
  args: { prepare: (panel) => panel.fault({ type: "held", moment: "answer" }) },
  play: async (context) => {
    await start(context);
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole("button", { name: /Anhalten|Stop/ }));
    await canvas.findAllByText(/^Angehalten|^Stopped/);
    await expect(canvas.getByRole("button", { name: /JSON/ })).toHaveFocus();
  },
};

/** Look at: the file has been handed over; whether it was kept is the browser's matter. */
export const Saved: Story = {
  parameters: shows("export:saved"),
  play: async (context) => {
    await start(context);
    const told = await context.canvas.findAllByText(
      /an den Browser übergeben|passed to the browser/,
    );
    await expect(told.length).toBeGreaterThan(0);
  },
};

/** Look at: half a file is none; what happened and what to do. */
export const Failed: Story = {
  parameters: shows("export:failed"),
  args: {
    prepare: (panel) => panel.fault({ type: "problem", code: "internal-error" }),
  },
  play: async (context) => {
    await start(context);
    await context.canvas.findByText(/^Nichts gespeichert|^Nothing was saved/);
  },
};

/** Look at: all was read, but the browser did not take the file. */
export const NotSaved: Story = {
  parameters: shows("export:not-saved"),
  play: async (context) => {
    const creating = spyOn(URL, "createObjectURL").mockImplementationOnce(() => {
      throw new TypeError("no URLs here");
    });
    await start(context);
    await waitFor(() =>
      expect(alertText()).toMatch(/nicht angenommen|did not take the file/),
    );
    creating.mockRestore();
  },
};
