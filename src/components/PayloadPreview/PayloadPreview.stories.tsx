import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo } from "react";
import { expect, fn } from "storybook/test";
import { crash, payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import { shows } from "../../../test/support/states.ts";
import type { PayloadAnswer } from "../../client/payloadAnswer.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { usePointing } from "../../hooks/usePointing.ts";
import { largestShown, readPayload, serializePayload } from "../../payload/index.ts";
import {
  buildDocument,
  consentActivities,
  liveConfigPolicy,
} from "../../policy/index.ts";
import { PayloadPreview } from "./PayloadPreview.tsx";

const policy = liveConfigPolicy();

interface PreviewOfProps {
  readonly activity: "server-statistics" | "crash-reports";
  readonly payload: PayloadAnswer;
  readonly newer?: boolean;
  readonly pseudonym?: "placeholder" | "early";
  readonly onShowNewer: () => void;
  readonly onShowSentence: (item: string) => void;
}

/** The preview of one activity of the built-in policy, in the language of the story. */
function PreviewOf({ activity: id, payload, newer = false, ...rest }: PreviewOfProps) {
  const { language } = usePrivacy();
  const document = buildDocument(policy, language);
  const activity = consentActivities(policy).find((found) => found.id === id);
  const card = document.cards.find((found) => found.activity === id);
  const section = document.sections.find((found) => found.anchor === id);
  if (!activity || !card || !section) throw new Error(`There is no activity ${id}.`);
  const { schema } = activity;
  const reading = useMemo(() => readPayload(payload.bytes, schema), [payload, schema]);
  return (
    <PayloadPreview
      {...{ payload, reading, section, card, newer, ...rest }}
      pointing={usePointing(reading)}
      items={card.items}
      headingLevel={2}
    />
  );
}

const meta = {
  title: "Payload/Preview",
  component: PreviewOf,
  args: {
    activity: "server-statistics",
    payload: payloadAnswer(statistics),
    onShowNewer: fn(),
    onShowSentence: fn(),
  },
} satisfies Meta<typeof PreviewOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: words first, then the bytes; zeros where the UUID will stand, and said so. */
export const BeforeConsent: Story = {
  parameters: shows("kind:next", "check:matches", "reading:readable", "place:disclosed"),
};

/** Look at: the UUID, in the words and in the bytes. */
export const AfterConsent: Story = {
  args: {
    payload: payloadAnswer({ ...statistics, id: "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d" }),
  },
};

/** Look at: a sample is called one. */
export const CrashSample: Story = {
  parameters: shows("kind:sample"),
  args: { activity: "crash-reports", payload: payloadAnswer(crash, { kind: "sample" }) },
};

/** Look at: a signal that leaves no trace leaves no addresses, and the words say so. */
export const CrashWithoutTrace: Story = {
  args: {
    activity: "crash-reports",
    payload: payloadAnswer(
      { ...crash, stackTrace: { process: "client", signal: 9, addresses: [] } },
      { kind: "queued" },
    ),
  },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByText(/signal: 9 – SIGKILL, (addresses|Adressen): (none|keine)/i),
    ).toBeVisible();
  },
};

/** Look at: this one waits to be sent. */
export const CrashQueued: Story = {
  parameters: shows("kind:queued"),
  args: { activity: "crash-reports", payload: payloadAnswer(crash, { kind: "queued" }) },
};

/** Look at: nothing is swapped under the reader; a button shows the new data. */
export const Changed: Story = {
  args: { newer: true },
  play: async ({ canvas, userEvent, args }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Neue Daten|new data/ }));
    await expect(args.onShowNewer).toHaveBeenCalledOnce();
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
    payload: payloadAnswer({ ...statistics, hostname: "server.example" }),
  },
};

/** Look at: a value of the wrong kind and one that is missing are named. */
export const Unexpected: Story = {
  parameters: shows("place:unexpected", "place:absent"),
  args: {
    payload: payloadAnswer({
      id: statistics.id,
      distribution: { name: "Debian GNU/Linux" },
      version: 7,
      services: [],
    }),
  },
};

/** Look at: the checksum differs, in words and by its sign. */
export const DigestDiffers: Story = {
  parameters: shows("check:differs"),
  args: {
    payload: payloadAnswer(statistics, { stated: payloadAnswer(crash).check.digest }),
  },
};

/** Look at: a checksum that the panel did not state is not called wrong. */
export const DigestNotStated: Story = {
  parameters: shows("check:not-stated"),
  args: { payload: payloadAnswer(statistics, { stated: undefined }) },
};

/** Look at: nor is one that a proxy has made incomparable. */
export const DigestRecoded: Story = {
  parameters: shows("check:recoded"),
  args: { payload: payloadAnswer(statistics, { contentEncoding: "gzip" }) },
};

/** Look at: bytes that are no JSON are shown for what they are. */
export const NotJson: Story = {
  parameters: shows("reading:not-json"),
  args: { payload: payloadAnswer('{\n  "version": 1,\n}\n') },
  play: async ({ canvas, canvasElement }) => {
    await expect(canvasElement.querySelector("[data-finding=broken]")?.textContent).toBe(
      "}",
    );
    await expect(canvas.getByText(/Zeile 3, Spalte 1|line 3, column 1/)).toBeVisible();
  },
};

/** Look at: a long line does not widen the page; it wraps when asked. */
export const LongLine: Story = {
  parameters: shows("extreme:long-words"),
  args: {
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
    activity: "crash-reports",
    payload: payloadAnswer(
      serializePayload(crash)
        .replace('"version"', '"version": "0.0.9",\n  "version"')
        .replace('"signal": 6', '"signal": 6.0000000000000001'),
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/(mehrfach|more than once).*: version$/)).toBeVisible();
    await expect(canvas.getByText(/(Wert|value): stackTrace.signal$/)).toBeVisible();
  },
};

const hostile = `{"libraries": "\u202egpj.exe\u202c", "a\u2066b": "\u05d0\u05d1\u05d2: 1",\r\n "c": "\u00a0\u00ad\u00ad\ufeff", "\u202ed": 1}\n`;

/** Look at: what cannot be seen or reorders is named, in the order of the bytes. */
export const Invisible: Story = {
  args: { activity: "crash-reports", payload: payloadAnswer(hostile) },
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
  args: { activity: "crash-reports" },
  render: (args) => <PreviewOf {...args} payload={many} />,
  play: async ({ canvas, canvasElement }) => {
    const pre = canvasElement.querySelector("pre");
    await expect(pre?.textContent).toBe(serializePayload(manyAddresses));
    const selection = getSelection();
    if (pre) selection?.selectAllChildren(pre);
    await expect(selection?.toString()).toBe(serializePayload(manyAddresses));
    selection?.removeAllRanges();
    await expect(canvas.getByText(/9901 (weitere|entries|more)/)).toBeVisible();
  },
};

const tooLarge = payloadAnswer(" ".repeat(largestShown + 1));

/** Look at: what is too large to show is said to be, and can be saved. */
export const TooLarge: Story = {
  parameters: shows("reading:too-large"),
  // Not an argument: Storybook would write millions of bytes out one by one.
  render: (args) => <PreviewOf {...args} payload={tooLarge} />,
  play: async ({ canvas, canvasElement }) => {
    await expect(canvas.getByText(/(mehr als|larger than) 5 MB/)).toBeVisible();
    await expect(canvasElement.querySelector("pre")).toBeNull();
    await expect(canvas.getByRole("button", { name: /Speichern|Save/ })).toBeVisible();
  },
};

/** Look at: an item lights up all its values in the bytes; the first is framed and explained. */
export const ItemPointedAt: Story = {
  play: async ({ canvas, canvasElement, userEvent }) => {
    const lit = () =>
      [...canvasElement.querySelectorAll("[data-lit]")].map(
        ({ textContent }) => textContent,
      );
    await userEvent.click(
      canvas.getByRole("button", { name: /(zeigen|bytes): Linux.[Dd]istribution/ }),
    );
    await expect(lit()).toEqual(['"Debian GNU/Linux"', '"12"']);
    const explanation = canvas.getByRole("region", {
      name: /^(Der gewählte|The chosen)/,
    });
    await expect(explanation).toHaveFocus();
    await expect(explanation).toHaveTextContent(/distribution.name/);
  },
};

/** Look at: a value that no sentence discloses is marked in the bytes and says so itself. */
export const UndisclosedPointedAt: Story = {
  args: { payload: payloadAnswer({ hostname: "server.example", ...statistics }) },
  play: async ({ canvas, canvasElement, userEvent }) => {
    await userEvent.click(canvas.getByRole("button", { name: /Nächster|Next/ }));
    const mark = canvasElement.querySelector("[data-finding=undisclosed]");
    await expect(mark?.textContent).toBe('"hostname": "server.example"');
    await expect(
      canvas.getByRole("region", { name: /^(Der gewählte|The chosen)/ }),
    ).toHaveTextContent(/Nicht in der|Not in the/);
  },
};

/** Look at: every value beside its sentence. */
export const AsTable: Story = {
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(
      canvas.getByText(/Alle Werte als Tabelle|All values as a table/),
    );
    await expect(canvas.getByRole("table")).toHaveTextContent(/services\[0\]\.version/);
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

/** Look at: what is no text is named where it stands; it can be saved, not copied. */
export const NotUtf8: Story = {
  parameters: shows("reading:not-utf8"),
  args: {
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
    await expect(canvas.getByText(/Zeile 1, Spalte 7|line 1, column 7/)).toBeVisible();
    await expect(canvas.queryByRole("button", { name: /Kopieren|Copy/ })).toBeNull();
  },
};

/** Look at: characters that cannot be read by the ten thousand are not shown. */
export const TooManyMarks: Story = {
  parameters: shows("reading:too-many-marks"),
  args: { payload: payloadAnswer(JSON.stringify("\u200b\u202e".repeat(5_001))) },
};

/** Look at: values that lie too deep in each other are shown, and not explained. */
export const TooDeep: Story = {
  parameters: shows("reading:too-deep"),
  args: { payload: payloadAnswer(`${"[".repeat(101)}${"]".repeat(101)}`) },
};
