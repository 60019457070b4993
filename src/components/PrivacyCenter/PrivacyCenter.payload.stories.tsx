import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { alertText } from "../../../test/support/alerts.ts";
import {
  type CenterOfProps,
  centreStory,
  everythingIsThere,
  findToggle,
  isBeingRead,
  names,
  openBytes,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { ownNetwork } from "../../../test/support/storyOutage.ts";
import { maxShownBytes } from "../../payload/index.ts";
import { crashSample, type FakePanel, statistics as sent } from "../../testing/index.ts";

const statistics = "server-statistics";

const meta = {
  title: "Centre/Data",
  ...centreStory,
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Waits for the sentence that says why consent cannot be given, and for an inactive switch. */
const cannotAgree =
  (why: RegExp): NonNullable<Story["play"]> =>
  async ({ canvas }) => {
    await waitFor(() => expect(alertText()).toMatch(why), { timeout: 10_000 });
    await expect(await findToggle(canvas)).toHaveAttribute("aria-disabled", "true");
  };

const serve =
  (content: Uint8Array | string, headers: Record<string, string | null> = {}) =>
  (panel: FakePanel) => {
    const bytes =
      typeof content === "string" ? new TextEncoder().encode(content) : content;
    panel.setPayload(statistics, bytes, { headers });
  };

const text = `${JSON.stringify(sent, null, 2)}\n`;

/** Look at: the checksum differs, in words and by its sign; consent cannot be given. */
export const DigestDiffers: Story = {
  parameters: shows("check:differs", "obstacle:digest-differs"),
  args: {
    prepare: serve(text, {
      "Repr-Digest": "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:",
    }),
  },
  play: cannotAgree(/überein\. Einwilligen ist|panel’s\. Consent cannot/),
};

/** Look at: a checksum that was not stated is not called wrong, and is no obstacle. */
export const DigestNotStated: Story = {
  parameters: shows("check:not-stated"),
  args: { prepare: serve(text, { "Repr-Digest": null }) },
  play: async (context) => {
    await openBytes(context);
    const { canvas } = context;
    await canvas.findByText(/keine vom Panel angegeben|none stated by the panel/);
    await expect(await findToggle(canvas)).not.toHaveAttribute("aria-disabled");
  },
};

/** Look at: bytes that a proxy coded anew cannot be compared; nobody is accused. */
export const DigestRecoded: Story = {
  parameters: shows("check:recoded"),
  args: { prepare: serve(text, { "Content-Encoding": "gzip" }) },
  play: async (context) => {
    await openBytes(context);
    await context.canvas.findByText(/unterwegs umkodiert|re-encoded on the way/);
  },
};

/** Look at: bytes that are no JSON are shown for what they are; consent cannot be given. */
export const NotJson: Story = {
  parameters: shows("reading:not-json", "obstacle:payload-not-readable"),
  args: { prepare: serve('{"version": ') },
  play: cannotAgree(/Daten sind nicht lesbar|data cannot be read/),
};

/** Look at: bytes that are no text are said to be none; consent cannot be given. */
export const NotUtf8: Story = {
  parameters: shows("reading:not-utf8", "obstacle:payload-not-readable"),
  args: { prepare: serve(new Uint8Array([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])) },
  play: cannotAgree(/Daten sind nicht lesbar|data cannot be read/),
};

/** Look at: what is too large to show can be saved; consent cannot be given. */
export const TooLarge: Story = {
  parameters: shows("reading:too-large", "obstacle:payload-too-large"),
  args: { prepare: (panel) => serve(" ".repeat(maxShownBytes + 1))(panel) },
  play: cannotAgree(/sind zu umfangreich|is too large to be shown here\. Consent/),
};

/** Look at: a value of the wrong kind is named. */
export const Unexpected: Story = {
  parameters: shows("place:unexpected", "obstacle:payload-undisclosed"),
  args: { prepare: serve(JSON.stringify({ ...sent, version: 3 }, null, 2)) },
  play: cannotAgree(/anderes, als die Datenschutzerklärung|does not match the privacy/),
};

/** Look at: a name that occurs twice is named, for it is open which value counts. */
export const Duplicate: Story = {
  parameters: shows("place:duplicate", "obstacle:payload-undisclosed"),
  args: { prepare: serve(text.replace("{", '{\n  "version": "0.0.1",')) },
  play: cannotAgree(/anderes, als die Datenschutzerklärung|does not match the privacy/),
};

/** Look at: a report that waits is what is shown, and is called one. */
export const Queued: Story = {
  parameters: shows("kind:queued"),
  args: {
    prepare: (panel) =>
      panel.setPayload("crash-reports", crashSample, { kind: "queued" }),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/^Was auf den Versand wartet|^What is waiting to be sent/);
  },
};

/** Look at: ten thousand addresses are all there, and the page is not widened by them. */
export const TenThousandAddresses: Story = {
  parameters: shows("extreme:ten-thousand-addresses"),
  args: {
    prepare: (panel) =>
      panel.setPayload("crash-reports", {
        ...crashSample,
        stackTrace: {
          ...crashSample.stackTrace,
          addresses: Array.from({ length: 10_000 }, (_, index) => ({
            address: `0x${(index + 4096).toString(16)}`,
            library: "libc.so.6",
          })),
        },
      }),
  },
  play: async (context) => {
    await openBytes(context);
    const { canvasElement } = context;
    await waitFor(() => expect(canvasElement.textContent).toContain("0x370f"));
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(
      canvasElement.clientWidth,
    );
  },
};

/** Look at: until the policy is compared with the panel's, nothing can be agreed to; "no" can be said. */
export const ComparingThePolicy: Story = {
  parameters: shows("obstacle:checking"),
  globals: ownNetwork,
  args: {
    prepare: (panel) =>
      panel.fault({
        type: "held",
        moment: "answer",
        on: ({ path }) => path === "/policy",
        times: 1_000,
      }),
  },
  play: async ({ canvas }) => {
    const toggles = await canvas.findAllByRole("switch");
    await expect(toggles).toHaveLength(2);
    for (const toggle of toggles) await expect(isBeingRead(toggle)).toBe(true);
    for (const button of canvas.getAllByRole("button", { name: names.refuse })) {
      await expect(button).not.toHaveAttribute("aria-disabled");
    }
  },
};

/** Look at: the panel's policy cannot be read; the page says so and goes on trying. */
export const PolicyNotRead: Story = {
  parameters: shows("obstacle:policy-not-read"),
  args: {
    prepare: (panel) =>
      panel.fault({
        type: "problem",
        code: "internal-error",
        on: ({ path }) => path === "/policy",
        times: 1_000,
      }),
  },
  play: async ({ canvas }) => {
    const sentences = await canvas.findAllByText(
      /lässt sich gerade nicht lesen|cannot be read at present/,
      { selector: ".kt-hint" },
      { timeout: 20_000 },
    );
    await expect(sentences).toHaveLength(2);
  },
};
