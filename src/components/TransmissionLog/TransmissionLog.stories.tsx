import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { attempt } from "../../../test/fixtures/transmissions.ts";
import {
  type LogOfProps,
  logStory,
  openFirst,
  rows,
  withoutAnswer,
} from "../../../test/support/LogOf.tsx";
import { shows } from "../../../test/support/states.ts";
import type { Transmissions } from "../../contract/createContract.ts";
import { signatureStates } from "../../contract/fields.ts";
import { knownOf } from "../../contract/knownOf.ts";

const meta = {
  title: "Purpose/TransmissionLog",
  ...logStory,
} satisfies Meta<LogOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

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
