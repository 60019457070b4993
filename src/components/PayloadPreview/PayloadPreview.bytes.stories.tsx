import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, within } from "storybook/test";
import { crash, payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import { names, PreviewOf, previewArgs } from "../../../test/support/PreviewOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { maxShownBytes, serializePayload } from "../../payload/index.ts";

const meta = {
  title: "Payload/Preview",
  component: PreviewOf,
  args: previewArgs(),
} satisfies Meta<typeof PreviewOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the checksum differs, in words and by its sign. */
export const DigestDiffers: Story = {
  parameters: shows("check:differs"),
  args: {
    isOpen: true,
    payload: payloadAnswer(statistics, { stated: payloadAnswer(crash).check.digest }),
  },
};

/** Look at: a checksum that the panel did not state is not called wrong. */
export const DigestNotStated: Story = {
  parameters: shows("check:not-stated"),
  args: { isOpen: true, payload: payloadAnswer(statistics, { stated: undefined }) },
};

/** Look at: nor is one that a proxy has made incomparable. */
export const DigestRecoded: Story = {
  parameters: shows("check:recoded"),
  args: { isOpen: true, payload: payloadAnswer(statistics, { contentEncoding: "gzip" }) },
};

/** Look at: bytes that are no JSON are shown for what they are. */
export const NotJson: Story = {
  parameters: shows("reading:not-json"),
  args: { payload: payloadAnswer('{\n  "version": 1,\n}\n') },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await expect(canvas.getByText(/Zeile 3, Spalte 1|line 3, column 1/)).toBeVisible();
    await userEvent.click(
      canvas.getByRole("button", { name: /Zur Stelle|to the place/ }),
    );
    await expect(canvasElement.querySelector("[data-finding=broken]")?.textContent).toBe(
      "}",
    );
    await expect(canvas.getByRole("region", { name: names.bytes })).toHaveFocus();
  },
};

/** Look at: a long line does not widen the page; it wraps when asked. */
export const LongLine: Story = {
  parameters: shows("extreme:long-words"),
  args: {
    isOpen: true,
    payload: payloadAnswer({
      ...statistics,
      distribution: { name: "Linux".repeat(20), version: "12" },
    }),
  },
  play: async ({ canvas, userEvent }) => {
    const wrap = canvas.getByRole("button", { name: /umbrechen|Wrap/ });
    await userEvent.click(wrap);
    await expect(wrap).toHaveAttribute("aria-pressed", "true");
  },
};

/** Look at: a name that stands twice is named, and so is a number that is read as another. */
export const Duplicate: Story = {
  parameters: shows("place:duplicate"),
  args: {
    isOpen: true,
    purpose: "crash-reports",
    payload: payloadAnswer(
      serializePayload(crash)
        .replace('"version"', '"version": "0.0.9",\n  "version"')
        .replace('"signal": 6', '"signal": 6.0000000000000001'),
    ),
  },
  play: async ({ canvas }) => {
    const findings = within(canvas.getByRole("region", { name: names.findings }));
    await expect(
      findings.getByText(/(Mehrfach|more than once).*: \u2068?version\u2069?$/),
    ).toBeVisible();
    await expect(
      findings.getByText(/(Wert|value): \u2068?stackTrace.signal\u2069?$/),
    ).toBeVisible();
  },
};

const hostile = `{"libraries": "\u202egpj.exe\u202c", "a\u2066b": "\u05d0\u05d1\u05d2: 1",\r\n "c": "\u00a0\u00ad\u00ad\ufeff", "\u202ed": 1}\n`;

/** Look at: what cannot be seen or reorders is named, in the order of the bytes. */
export const Invisible: Story = {
  args: { purpose: "crash-reports", payload: payloadAnswer(hostile), isOpen: true },
  play: async ({ canvasElement }) => {
    const pre = canvasElement.querySelector("pre");
    await expect(pre?.textContent).toBe(hostile);
    await expect(
      [...canvasElement.querySelectorAll(".kt-mark")].map((mark) =>
        mark.getAttribute("data-code"),
      ),
    ).toEqual([
      ...["U+202E", "U+202C", "U+2066", "U+000D", "U+00A0", "U+00AD × 2", "U+FEFF"],
      "U+202E",
    ]);
    await expect(canvasElement.querySelector(".kt-alert")?.textContent).not.toMatch(
      /[\u202a-\u202e\u2066-\u2069]/,
    );
    const selection = getSelection();
    if (pre) selection?.selectAllChildren(pre);
    await expect(selection?.toString()).toBe(hostile);
    selection?.removeAllRanges();
  },
};

const manyAddresses = {
  ...crash,
  stackTrace: {
    ...crash.stackTrace,
    addresses: Array.from({ length: 10_000 }, (_, index) => ({
      address: `0x${(4096 + index).toString(16)}`,
      library: "libc.so.6",
    })),
  },
};

const many = payloadAnswer(manyAddresses);

/** Look at: all bytes are there, searched and selected as one text; the words are short. */
export const Large: Story = {
  parameters: shows("extreme:ten-thousand-addresses"),
  args: { purpose: "crash-reports", isOpen: true },
  render: (args) => <PreviewOf {...args} payload={many} />,
  play: async ({ canvas, canvasElement }) => {
    const pre = canvasElement.querySelector("pre");
    await expect(pre?.textContent).toBe(serializePayload(manyAddresses));
    const selection = getSelection();
    if (pre) selection?.selectAllChildren(pre);
    await expect(selection?.toString()).toBe(serializePayload(manyAddresses));
    selection?.removeAllRanges();
    await expect(canvas.getByText(/10[.,]000 (Adressen|addresses)$/)).toBeVisible();
  },
};

const tooLarge = payloadAnswer(" ".repeat(maxShownBytes + 1));

/** Look at: what is too large to show is said to be, and can be saved. */
export const TooLarge: Story = {
  parameters: shows("reading:too-large"),
  // Not an argument: Storybook would write millions of bytes out one by one.
  render: (args) => <PreviewOf {...args} payload={tooLarge} />,
  play: async ({ canvas, canvasElement }) => {
    const findings = within(canvas.getByRole("region", { name: names.findings }));
    await expect(findings.getByText(/(mehr als|larger than) 5 MB/)).toBeVisible();
    await expect(canvasElement.querySelector("pre")).toBeNull();
    const [save] = canvas.getAllByRole("button", { name: /speichern|Save/ });
    await expect(save).toBeVisible();
  },
  args: { isOpen: true },
};

/** Look at: every value beside its sentence. */
export const AsTable: Story = {
  parameters: shows("panel:table"),
  args: { isOpen: true },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      canvas.getByRole("button", { name: /^(Als Tabelle|As a table)$/ }),
    );
    const table = await canvas.findByRole("table");
    await expect(table).toHaveTextContent(/services\[0\]\.version/);
    await expect(canvas.queryByRole("rowheader")).toBeNull();
    await userEvent.click(canvas.getByRole("button", { name: "distribution.version" }));
    await expect(canvas.queryByRole("table")).toBeNull();
    await expect(canvas.getByRole("region", { name: names.selected })).toHaveFocus();
  },
};

/** Look at: what is no text is named where it stands; it can be saved, not copied. */
export const NotUtf8: Story = {
  parameters: shows("reading:not-utf8"),
  args: {
    isOpen: true,
    payload: payloadAnswer(
      Uint8Array.from([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0xc3, 0x28, 0x22, 0x7d]),
    ),
  },
  play: async ({ canvas, canvasElement }) => {
    const marks = [...canvasElement.querySelectorAll("[data-finding=broken]")];
    await expect(marks.map((mark) => mark.getAttribute("data-code"))).toEqual([
      "FF",
      "C3",
    ]);
    const findings = within(canvas.getByRole("region", { name: names.findings }));
    await expect(findings.getByText(/Zeile 1, Spalte 7|line 1, column 7/)).toBeVisible();
    await expect(canvas.queryByRole("button", { name: /Kopieren|Copy/ })).toBeNull();
  },
};

/** Look at: characters that cannot be read by the ten thousand are not shown. */
export const TooManyMarks: Story = {
  parameters: shows("reading:too-many-marks"),
  args: {
    isOpen: true,
    payload: payloadAnswer(JSON.stringify("\u200b\u202e".repeat(5_001))),
  },
};

/** Look at: values that lie too deep in each other are shown, and not explained. */
export const TooDeep: Story = {
  parameters: shows("reading:too-deep"),
  args: { isOpen: true, payload: payloadAnswer(`${"[".repeat(101)}${"]".repeat(101)}`) },
};
