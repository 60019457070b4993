import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { crash, payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import { names, PreviewOf, previewArgs } from "../../../test/support/PreviewOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { PanelUnreachable } from "../../client/errors.ts";

const meta = {
  title: "Payload/Preview",
  component: PreviewOf,
  args: previewArgs(),
} satisfies Meta<typeof PreviewOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: values in plain words; the UUID is made only with consent, and the row says so. */
export const BeforeConsent: Story = {
  parameters: shows(
    "payload:shown",
    "panel:closed",
    "kind:next",
    "reading:readable",
    "place:disclosed",
  ),
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/^(Was gesendet würde|What would be sent)$/),
    ).toBeVisible();
    await expect(
      canvas.getByText(/^(entsteht erst mit|made only when consent)/),
    ).toBeVisible();
    await expect(canvas.queryByText(/0000/)).toBeNull();
  },
};

/** Look at: the bytes beside the sentences that cover them; zeros, and what they stand for. */
export const BytesOpen: Story = {
  parameters: shows("panel:bytes", "check:matches"),
  args: { isOpen: true },
  play: async ({ canvas, userEvent }) => {
    const button = canvas.getByRole("button", { name: names.showBytes });
    await expect(button).toHaveAttribute("aria-expanded", "true");
    await userEvent.click(button);
    await expect(button).toHaveAttribute("aria-expanded", "false");
    await expect(canvas.queryByRole("region", { name: names.bytes })).toBeNull();
    await userEvent.click(button);
    await expect(canvas.getByRole("region", { name: names.bytes })).toBeVisible();
  },
};

/** Look at: the labels, and as much room as the values will take. */
export const Loading: Story = {
  parameters: shows("payload:loading"),
  args: { payload: undefined },
};

/** Look at: the labels without values, what went wrong, and what to do. */
export const Failed: Story = {
  parameters: shows("payload:failed"),
  render: (args) => (
    <PreviewOf
      {...args}
      payload={undefined}
      error={new PanelUnreachable(new TypeError("Failed to fetch"))}
    />
  ),
};

/** Look at: the UUID, in the words and in the bytes. */
export const AfterConsent: Story = {
  args: {
    isEffective: true,
    payload: payloadAnswer({ ...statistics, id: "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d" }),
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/^(Was als Nächstes gesendet wird|What will be sent next)$/),
    ).toBeVisible();
  },
};

/** Look at: a sample is called one; libraries in one line, a stack trace in plain words. */
export const CrashSample: Story = {
  parameters: shows("kind:sample"),
  args: { purpose: "crash-reports", payload: payloadAnswer(crash, { kind: "sample" }) },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/\((Beispiel|sample)\)$/)).toBeVisible();
    await expect(
      canvas.getByText(
        /^(Prozess|Process) \w+, signal 6 – SIGABRT, \d (Adressen|addresses)$/i,
      ),
    ).toBeVisible();
  },
};

/** Look at: a signal that leaves no trace leaves no addresses, and the words say so. */
export const CrashWithoutTrace: Story = {
  args: {
    purpose: "crash-reports",
    payload: payloadAnswer(
      { ...crash, stackTrace: { process: "client", signal: 9, addresses: [] } },
      { kind: "queued" },
    ),
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/signal 9 – SIGKILL, 0 (addresses|Adressen)$/i),
    ).toBeVisible();
  },
};

/** Look at: this one waits to be sent. */
export const CrashQueued: Story = {
  parameters: shows("kind:queued"),
  args: { purpose: "crash-reports", payload: payloadAnswer(crash, { kind: "queued" }) },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/^(Was auf den Versand|What is waiting)/),
    ).toBeVisible();
  },
};

/** Look at: nothing is swapped under the reader; a button shows the new data. */
export const Changed: Story = {
  args: { isNewer: true },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Neue Daten|new data/ }));
    await expect(args.onShowNewer).toHaveBeenCalledOnce();
    await expect(canvas.getByRole("region", { name: names.bytes })).toBeVisible();
  },
};

/** Look at: no services is told as none. */
export const NoServices: Story = {
  args: {
    payload: payloadAnswer({
      ...statistics,
      distribution: { name: "Arch Linux", version: null },
      services: [],
    }),
  },
};

/** Look at: a value that no sentence discloses is named. */
export const Undisclosed: Story = {
  parameters: shows("place:undisclosed"),
  args: {
    isOpen: true,
    payload: payloadAnswer({ ...statistics, hostname: "server.example" }),
  },
};

/** Look at: a value of the wrong kind and one that is missing are named. */
export const Unexpected: Story = {
  parameters: shows("place:unexpected", "place:absent"),
  args: {
    isOpen: true,
    payload: payloadAnswer({
      id: statistics.id,
      distribution: { name: "Debian GNU/Linux" },
      version: 7,
      services: [],
    }),
  },
};

/** Look at: zeros after consent are not what would be sent. */
export const PlaceholderAfterConsent: Story = {
  parameters: shows("pseudonym:placeholder", "obstacle:payload-placeholder"),
  args: { pseudonym: "placeholder" },
};

/** Look at: a UUID before consent was made too early. */
export const PseudonymTooEarly: Story = {
  parameters: shows("pseudonym:early", "obstacle:payload-early-pseudonym"),
  args: {
    pseudonym: "early",
    payload: payloadAnswer({ ...statistics, id: "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d" }),
  },
};
