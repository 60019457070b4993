import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, fn, waitFor, within } from "storybook/test";
import { crash, payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import {
  OpenBytes,
  PayloadOf,
  type PayloadOfProps,
} from "../../../test/support/PayloadOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { PanelUnreachable } from "../../client/errors.ts";
import { largestShown, serializePayload } from "../../payload/index.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import {
  NewerData,
  PayloadBytesPanel,
  PayloadFindings,
  PayloadValues,
  usePayloadView,
} from "./index.ts";
import { PolicySection } from "./PolicySection.tsx";

const policy = liveConfigPolicy();

interface PreviewOfProps extends Omit<PayloadOfProps, "policy" | "children"> {
  /** Whether the bytes are open from the start. */
  readonly isOpen?: boolean;
}

/** What a card shows of its payload: notices, values, bytes and the wording. */
function PreviewOf({ isOpen = false, ...rest }: PreviewOfProps) {
  return (
    <PayloadOf policy={policy} {...rest}>
      <Notices />
      <PayloadValues headingLevel={2} />
      <PayloadBytesPanel headingLevel={2} />
      <PolicySection />
      {isOpen && <OpenBytes />}
    </PayloadOf>
  );
}

function Notices() {
  const { isNewer, content } = usePayloadView();
  const hasFindings = content.status === "shown" && content.findings.length > 0;
  return (
    <>
      {isNewer && (
        <div className="kt-notice">
          <NewerData />
        </div>
      )}
      {hasFindings && (
        <div className="kt-alert">
          <PayloadFindings />
        </div>
      )}
    </>
  );
}

const meta = {
  title: "Payload/Preview",
  component: PreviewOf,
  args: {
    purpose: "server-statistics",
    payload: payloadAnswer(statistics),
    onShowNewer: fn(),
  },
} satisfies Meta<typeof PreviewOf>;

export default meta;

const names = {
  bytes: /^Die Bytes: |^The bytes: /,
  showBytes: /Bytes ansehen$|^Show exactly/,
  findings: /^(Was an den Daten nicht|What is wrong)/,
  selected: /^(Gewählter|Selected)/,
};

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

const tooLarge = payloadAnswer(" ".repeat(largestShown + 1));

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
