import type { Meta, StoryObj } from "@storybook/react-vite";
import { QueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { expect, waitFor } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { createClient } from "../../client/index.ts";
import type { Transmissions } from "../../contract/createContract.ts";
import { createContract } from "../../contract/index.ts";
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
const purpose = "server-statistics";

interface LogOfProps {
  /** Newest first. */
  readonly transmissions: readonly KeptTransmission[];
  /** What the panel tells otherwise. */
  readonly rewrite?: NonNullable<FakePanelOptions["rewrite"]>;
  /** Brings the panel into the state that the story shows. */
  readonly prepare?: (panel: FakePanel) => unknown;
}

/** The log of the statistics over a panel in memory, in the language of the story. */
function LogOf({ panel }: { readonly panel: FakePanel }) {
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
      <TransmissionLog purpose={purpose} heading={heading} />
    </PrivacyProvider>
  );
}

const sentBytes = new TextEncoder().encode(
  serializePayload({ ...statistics, id: "8c0f6c1e-52a4-4b6e-9d59-3f0c7a1e2b4d" }),
);

/** An attempt, by default a report that was accepted; later numbers are newer. */
function attempt(number: number, given: Partial<Transmission> = {}): KeptTransmission {
  const entry: Transmission = {
    id: `00000000-0000-4000-9000-${String(number).padStart(12, "0")}`,
    purpose,
    kind: "report",
    at: new Date(Date.UTC(2025, 0, number, 3, 14)).toISOString(),
    method: transport.method,
    url: transport.url,
    size: sentBytes.length,
    digest: sha256Digest(sentBytes),
    outcome: "accepted",
    status: 204,
    nextAttemptAt: null,
    signature: null,
    body: "kept",
    number: null,
    head: null,
    ...given,
  };
  return { entry, bytes: entry.body === "kept" ? sentBytes : null };
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
  render: (_args, { loaded }) => <LogOf panel={loaded.panel} />,
  play: async (context) => {
    await openLog(context);
    await context.canvas.findAllByRole("listitem");
  },
} satisfies Meta<LogOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const openLog: NonNullable<StoryObj<LogOfProps>["play"]> = async ({
  canvas,
  userEvent,
}) => {
  await userEvent.click(
    canvas.getByText(/^Was schon gesendet wurde|^What has been sent/),
  );
};

const show = /Bytes ansehen|Show the bytes/;

/** Look at: closed, it is one line and has asked for nothing. */
export const Closed: Story = {
  play: async ({ canvas, loaded }) => {
    await expect(canvas.queryByRole("listitem")).toBeNull();
    await expect(loaded.panel.requests).toHaveLength(0);
  },
};

/** Look at: nothing sent is said in a sentence. */
export const Empty: Story = {
  parameters: shows("extreme:nothing-sent"),
  args: { transmissions: [] },
  play: async (context) => {
    await openLog(context);
    await context.canvas.findByText(/Bisher wurde nichts|Nothing has been sent/);
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
    await openLog(context);
    await waitFor(() => expect(context.canvas.getAllByRole("listitem")).toHaveLength(9));
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
    await openLog(context);
    await context.canvas.findByText(/kann angekommen sein|may have arrived/);
    await context.canvas.findAllByText(/diese Seite nicht kennt|does not know/);
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
    await openLog(context);
    await context.canvas.findByText(/mit der UUID gelöscht|deleted with the UUID/);
    await expect(context.canvas.queryByRole("button", { name: show })).toBeNull();
  },
};

/** Look at: the very bytes that were sent, with the comparison of their checksum. */
export const BodyOpened: Story = {
  parameters: shows("body:kept"),
  play: async (context) => {
    const { canvas, userEvent } = context;
    await openLog(context);
    await userEvent.click(await canvas.findByRole("button", { name: show }));
    const bytes = await canvas.findByRole("region", {
      name: /^Die gesendeten Bytes|^The bytes that were sent/,
    });
    await expect(bytes.textContent).toBe(new TextDecoder().decode(sentBytes));
  },
};

/** Look at: bytes that were deleted between two looks are said to be. */
export const BodyGone: Story = {
  parameters: shows("problem:gone"),
  play: async (context) => {
    const { canvas, userEvent, loaded } = context;
    await openLog(context);
    const button = await canvas.findByRole("button", { name: show });
    loaded.panel.fault({ type: "problem", code: "gone" });
    await userEvent.click(button);
    await canvas.findByText(/Diese Bytes wurden gelöscht|These bytes have been deleted/);
  },
};

/** Look at: fifty at first; the older ones come by a button, below the newer. */
export const OlderPages: Story = {
  parameters: shows("extreme:long-log"),
  args: {
    transmissions: Array.from({ length: 120 }, (_, index) => attempt(120 - index)),
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await openLog(context);
    const older = await canvas.findByRole("button", { name: /Ältere|Older/ });
    await expect(canvas.getAllByRole("listitem")).toHaveLength(50);
    await userEvent.click(older);
    await waitFor(() => expect(canvas.getAllByRole("listitem")).toHaveLength(100));
  },
};

/** Look at: the log cannot be read, and what to do. */
export const NotReadable: Story = {
  parameters: shows("foreign:gateway"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 502, times: 1_000 }),
  },
  play: async (context) => {
    await openLog(context);
    await context.canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/);
  },
};
