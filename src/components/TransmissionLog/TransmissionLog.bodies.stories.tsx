import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { attempt, sentBytes } from "../../../test/fixtures/transmissions.ts";
import { type LogOfProps, logStory, openFirst } from "../../../test/support/LogOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { serializePayload } from "../../payload/index.ts";
import { statistics } from "../../testing/index.ts";

const meta = {
  title: "Purpose/TransmissionLog",
  ...logStory,
} satisfies Meta<LogOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const show = /^(Bytes ansehen|Show bytes)$/;

/** Look at: the bytes went with the UUID; the checksum is still there. */
export const DeletedBody: Story = {
  parameters: shows("body:deleted"),
  args: { transmissions: [attempt(1, { body: "deleted" })] },
  play: async (context) => {
    await openFirst(context);
    await context.canvas.findByText(/^(Mit der UUID gelöscht|Deleted with the UUID)/);
    await expect(context.canvas.queryByRole("button", { name: show })).toBeNull();
  },
};

/** Look at: opened, a row says everything about the attempt, and its few bytes are there. */
export const BodyOpened: Story = {
  parameters: shows("body:kept"),
  play: async (context) => {
    await openFirst(context);
    const bytes = await context.canvas.findByRole("region", {
      name: /^Die gesendeten Bytes|^The bytes that were sent/,
    });
    await expect(bytes.textContent).toBe(new TextDecoder().decode(sentBytes));
    await context.canvas.findByText(/^(Der erste Bericht|The first report)/);
  },
};

/** Look at: what differs from the report before, in words and in the bytes of both. */
export const Difference: Story = {
  parameters: shows("comparison:changed"),
  args: {
    transmissions: [
      attempt(2, {}, serializePayload({ ...statistics, version: "0.2.0" })),
      attempt(1),
    ],
  },
  play: async (context) => {
    await openFirst(context);
    await context.canvas.findByText(/^(Verglichen mit dem Bericht|Compared with the)/);
    await context.canvas.findByText(/→ 0\.2\.0$/);
  },
};

/** Look at: many bytes stay behind a button. */
export const ManyBytes: Story = {
  args: { transmissions: [attempt(1, {}, JSON.stringify("x".repeat(5_000)))] },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await openFirst(context);
    await userEvent.click(await canvas.findByRole("button", { name: show }));
    await canvas.findByRole("region", {
      name: /^Die gesendeten Bytes|^The bytes that were sent/,
    });
  },
};

/** Look at: bytes that were deleted between two looks are said to be. */
export const BodyGone: Story = {
  parameters: shows("problem:gone"),
  play: async (context) => {
    await context.canvas.findAllByRole("rowheader");
    context.loaded.panel.fault({ type: "problem", code: "gone" });
    await openFirst(context);
    await context.canvas.findByText(
      /Diese Bytes wurden gelöscht|These bytes have been deleted/,
    );
  },
};
