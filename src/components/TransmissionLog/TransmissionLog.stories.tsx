import type { Meta, StoryObj } from "@storybook/react-vite";
import { QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { expect, type screen, waitFor, within } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { createClient } from "../../client/index.ts";
import type { Transmissions } from "../../contract/createContract.ts";
import { signatureStates } from "../../contract/fields.ts";
import { createContract } from "../../contract/index.ts";
import { knownOf } from "../../contract/knownOf.ts";
import type { Transmission } from "../../contract/transmission.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { sha256Digest } from "../../panel/sha256.ts";
import { serializePayload } from "../../payload/index.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  type KeptTransmission,
  statistics,
  transport,
} from "../../testing/index.ts";
import { PrivacyProvider } from "../PrivacyCenter/PrivacyProvider.tsx";
import { TransmissionLog } from "./TransmissionLog.tsx";

const policy = liveConfigPolicy();
const statisticsPurpose = "server-statistics";

interface LogOfProps {
  /** Newest first. */
  readonly transmissions: readonly KeptTransmission[];
  readonly purpose?: string | undefined;
  /** How wide there is room. */
  readonly width?: string | undefined;
  /** What the panel tells otherwise. */
  readonly rewrite?: NonNullable<FakePanelOptions["rewrite"]>;
  /** Brings the panel into the state that the story shows. */
  readonly prepare?: (panel: FakePanel) => unknown;
}

/** The log of the statistics over a panel in memory, in the language of the story. */
function LogOf({
  panel,
  purpose = statisticsPurpose,
  width,
}: Pick<LogOfProps, "purpose" | "width"> & { readonly panel: FakePanel }) {
  const { language } = usePrivacy();
  const [queryClient] = useState(() => new QueryClient());
  const [client] = useState(() =>
    createClient(createContract(policy), { fetch: panel.fetch }),
  );
  const heading = policy.texts[language].activities[purpose]?.heading ?? purpose;
  return (
    <PrivacyProvider
      client={client}
      policy={policy}
      language={language}
      queryClient={queryClient}
    >
      <div style={{ inlineSize: width }}>
        <TransmissionLog
          purpose={purpose}
          heading={heading}
          isOpen
          headingLevel={3}
          now={new Date("2026-01-15T10:00:00Z")}
        />
      </div>
    </PrivacyProvider>
  );
}

const encode = (text: string) => new TextEncoder().encode(text);

const sentText = serializePayload({
  ...statistics,
  id: "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d",
});
const sentBytes = encode(sentText);

/** An attempt, by default a report that was accepted; later numbers are newer. */
function attempt(
  number: number,
  given: Partial<Transmission> = {},
  text = sentText,
): KeptTransmission {
  const bytes = encode(text);
  const entry: Transmission = {
    id: `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`,
    purpose: statisticsPurpose,
    kind: "report",
    at: new Date(Date.UTC(2025, 0, number, 3, 14)).toISOString(),
    method: transport.method,
    url: transport.url,
    size: bytes.length,
    digest: sha256Digest(bytes),
    outcome: "accepted",
    status: 204,
    nextAttemptAt: null,
    signature: null,
    body: "kept",
    number: null,
    head: null,
    ...given,
  };
  return { entry, bytes: entry.body === "kept" ? bytes : null };
}

const withoutAnswer = { status: null, nextAttemptAt: "2026-01-15T10:30:00.000Z" };

const meta = {
  title: "Purpose/TransmissionLog",
  args: { transmissions: [attempt(1)] },
  loaders: [
    ({ args: { transmissions, rewrite, prepare } }) => {
      const panel = createFakePanel({
        policy,
        transmissions,
        ...(rewrite && { rewrite }),
      });
      prepare?.(panel);
      return { panel };
    },
  ],
  render: ({ purpose, width }, { loaded }) => (
    <LogOf panel={loaded.panel} {...{ purpose, width }} />
  ),
  play: async ({ canvas }) => {
    await canvas.findAllByRole("rowheader");
  },
} satisfies Meta<LogOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** The names of the rows that are on the screen. */
const rows = (canvas: { queryAllByRole: typeof screen.queryAllByRole }) =>
  canvas.queryAllByRole("rowheader");

/** Opens the newest entry. */
const openFirst: NonNullable<StoryObj<LogOfProps>["play"]> = async ({
  canvas,
  userEvent,
}) => {
  const [button] = await canvas.findAllByRole("button", {
    name: /^(Einzelheiten|Details) ?: /,
  });
  if (!button) throw new Error("There is no entry.");
  await userEvent.click(button);
};

const show = /^(Bytes ansehen|Show bytes)$/;

/** Look at: nothing sent is said in a sentence. */
export const Empty: Story = {
  parameters: shows("extreme:nothing-sent"),
  args: { transmissions: [] },
  play: async (context) => {
    await context.canvas.findByText(/^(Noch nichts gesendet|Nothing sent yet)/);
  },
};

/** Look at: what failed, why, and when it is tried again, as plainly as what arrived. */
export const WithFailures: Story = {
  parameters: shows(
    "transmission:report",
    "outcome:pending",
    "outcome:unreachable",
    "outcome:rejected",
    "outcome:aborted",
    "outcome:accepted",
  ),
  args: {
    transmissions: [
      attempt(9, { outcome: "pending", ...withoutAnswer }),
      attempt(8, { outcome: "unreachable", ...withoutAnswer }),
      attempt(7, { outcome: "unreachable", ...withoutAnswer }),
      attempt(6, { outcome: "rejected", status: 422 }),
      attempt(5, {
        outcome: "rejected",
        status: 503,
        nextAttemptAt: "2026-01-15T10:30:00Z",
      }),
      attempt(4, { outcome: "aborted", status: null }),
      attempt(3),
      attempt(2),
      attempt(1),
    ],
  },
  play: async (context) => {
    await waitFor(() => expect(rows(context.canvas)).toHaveLength(9));
  },
};

/** Look at: a wrong certificate means that nothing was sent, and it is said so. */
export const PinMismatch: Story = {
  parameters: shows("outcome:tls-pin-mismatch"),
  args: {
    transmissions: [attempt(1, { outcome: "tls-pin-mismatch", ...withoutAnswer })],
  },
};

/** Look at: the request to delete is in the log like everything that is sent. */
export const Erasure: Story = {
  parameters: shows("transmission:erasure"),
  args: {
    transmissions: [
      attempt(2, { kind: "erasure", body: "deleted" }),
      attempt(1, { body: "deleted" }),
    ],
  },
};

/** Look at: the end of an attempt that nobody saw, and what a later panel may name. */
export const InterruptedAndUnknown: Story = {
  parameters: shows("outcome:interrupted", "outcome:unknown", "transmission:unknown"),
  args: {
    transmissions: [
      attempt(2, { outcome: "interrupted", ...withoutAnswer }),
      attempt(1, { outcome: "aborted", status: null }),
    ],
    rewrite: (path, body) =>
      path === "/transmissions" ? laterPanel(body as Transmissions) : body,
  },
  play: async (context) => {
    await context.canvas.findByText(/kann angekommen sein|may have arrived/);
    await context.canvas.findAllByText(/diese Seite nicht kennt|does not know/);
  },
};

/** Look at: what the vendor has signed says so, and what is signed wrongly stands out. */
export const Signatures: Story = {
  parameters: shows(
    "signature:valid",
    "signature:absent",
    "signature:wrong",
    "signature:unexpected",
    "signature:unchecked",
    "signature:unknown",
  ),
  args: {
    transmissions: [
      "valid",
      "absent",
      "wrong",
      "unexpected",
      "unchecked",
      "notarised",
    ].map((signature, index) =>
      attempt(6 - index, { signature: knownOf(signatureStates, signature) ?? null }),
    ),
    rewrite: (path, body) =>
      path === "/transmissions" ? withLaterSignature(body as Transmissions) : body,
  },
  play: async (context) => {
    await context.canvas.findByText(/^(angenommen, Signatur falsch|accepted, wrong)/);
    await openFirst(context);
    await context.canvas.findByText(
      /^(Die Antwort ist mit|The answer is signed with the)/,
    );
  },
};

/** The oldest entry with a signature that a panel of a later contract may tell of. */
function withLaterSignature({ entries, next }: Transmissions): Transmissions {
  return {
    next,
    entries: entries.map((entry) =>
      entry.signature === null ? { ...entry, signature: "notarised" } : entry,
    ),
  };
}

/** Look at: what to do when a signature is wrong. */
export const WrongSignature: Story = {
  parameters: shows("signature:wrong"),
  args: { transmissions: [attempt(1, { signature: "wrong" })] },
  play: async (context) => {
    await openFirst(context);
    await context.canvas.findByText(/Fragen Sie den Hersteller|Ask the vendor/);
  },
};

/** The last entry as a panel of a later contract may tell it. */
function laterPanel({ entries, next }: Transmissions): Transmissions {
  const last = entries.length - 1;
  return {
    next,
    entries: entries.map((entry, index) =>
      index === last ? { ...entry, kind: "greeting", outcome: "teleported" } : entry,
    ),
  };
}

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
  args: {
    prepare: (panel) =>
      panel.fault({ type: "no-answer", moment: "request", times: 1_000 }),
  },
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
  parameters: shows("foreign:gateway"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 502, times: 1_000 }),
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/);
  },
};
