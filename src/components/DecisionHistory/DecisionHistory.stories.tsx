import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import {
  type HistoryOfProps,
  historyStory,
  openDeletion,
  openReceipt,
  purpose,
} from "../../../test/support/HistoryOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { outage } from "../../../test/support/storyOutage.ts";
import type { Decisions } from "../../contract/createContract.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { people } from "../../testing/index.ts";

const meta = {
  title: "Purpose/DecisionHistory",
  ...historyStory,
} satisfies Meta<HistoryOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: nothing decided is said in a sentence. */
export const Empty: Story = {
  parameters: shows("extreme:nothing-decided"),
  args: { prepare: () => undefined },
  play: async (context) => {
    await context.canvas.findByText(/^(Noch nichts entschieden|Nothing decided yet)/);
  },
};

/** Look at: every decision and what followed; what nobody did names nobody. */
export const Everything: Story = {
  parameters: shows(
    "event:refused",
    "event:granted",
    "event:outdated",
    "event:withdrawn",
    "event:deletion-requested",
    "event:deletion-confirmed",
  ),
};

/** Look at: who agreed, when, to which words and which data, and the receipt's own number. */
export const ReceiptOfGrant: Story = {
  parameters: shows("event:granted"),
  play: openReceipt(/^Einwilligung|^Consent given/),
};

/** Look at: the receipt of consent by a file says so, and that nobody saw this server's data. */
export const ReceiptOfUnseenGrant: Story = {
  parameters: shows("event:granted", "via:file", "seen:kinds"),
  args: {
    allowUnseen: true,
    prepare: (panel) => {
      panel.revise(policyInForce("2025-07-24"));
      for (const one of ["refuse", "grant", "withdraw"] as const) {
        panel.decideAs(people.admin2, purpose, one);
      }
      panel.decideAs(people.admin, purpose, "grant", { via: "file", seen: "kinds" });
    },
  },
  play: openReceipt(/^Einwilligung|^Consent given/),
};

/** Look at: a refusal is as much on record as a grant, and refers to no data. */
export const ReceiptOfRefusal: Story = {
  parameters: shows("event:refused"),
  play: openReceipt(/^Abgelehnt|^Refused/),
};

/** Look at: the words are those of the grant that was withdrawn. */
export const ReceiptOfWithdrawal: Story = {
  parameters: shows("event:withdrawn"),
  play: openReceipt(/^Widerrufen|^Withdrawn/),
};

/** Look at: what the vendor confirmed, without anybody who did it here; nothing of the panel's own copies. */
export const ReceiptOfDeletion: Story = {
  parameters: shows("event:deletion-confirmed"),
  play: openDeletion,
};

/** Look at: the panel's own files are said to be overwritten, and nothing is promised of backups. */
export const ReceiptOfDeletionOverwritten: Story = {
  parameters: shows("event:deletion-confirmed", "erasure:overwritten"),
  args: { erasure: "overwritten" },
  play: openDeletion,
};

/** Look at: gone from the database's tables, and where copies stay for a while. */
export const ReceiptOfDeletionRemoved: Story = {
  parameters: shows("event:deletion-confirmed", "erasure:removed"),
  args: { erasure: "removed" },
  play: openDeletion,
};

/** Look at: the words themselves, in the language in which they were read. */
export const ReceiptWithWords: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context;
    await openReceipt(/^Einwilligung erteilt|^Consent given/)(context);
    await userEvent.click(canvas.getByText(/^Wortlaut der|^Wording of/));
    await expect(canvas.getByRole("heading", { level: 3 })).toBeVisible();
  },
};

/** Look at: fifty at first; the older ones come by a button, below the newer. */
export const OlderPages: Story = {
  parameters: shows("extreme:long-history"),
  args: {
    prepare: (panel) => {
      for (let time = 0; time < 60; time += 1) {
        panel.decideAs(people.admin, purpose, "grant");
      }
    },
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(await canvas.findByRole("button", { name: /Ältere|Older/ }));
    await waitFor(() => expect(canvas.getAllByRole("rowheader")).toHaveLength(60));
  },
};

/** Look at: what a later panel may tell is said to be unknown, with its time. */
export const UnknownEvent: Story = {
  parameters: shows("event:unknown", "body:none"),
  args: {
    prepare: (panel) => panel.decideAs(people.admin, purpose, "refuse"),
    rewrite: (path, body) =>
      path === "/decisions" ? laterPanel(body as Decisions) : body,
  },
  play: async (context) => {
    await context.canvas.findAllByText(/diese Seite nicht kennt|does not know/);
  },
};

/** The history as a panel of a later contract may tell it. */
function laterPanel({ entries, next }: Decisions): Decisions {
  return { next, entries: entries.map((entry) => ({ ...entry, event: "paused" })) };
}

/** Look at: a receipt that the panel does not give, and what to do. */
export const ReceiptMissing: Story = {
  parameters: shows("problem:not-found"),
  args: {
    prepare: (panel) => {
      panel.decideAs(people.admin, purpose, "grant");
      panel.fault({
        type: "problem",
        code: "not-found",
        on: ({ path }) => path?.startsWith("/receipts/") ?? false,
        times: 1_000,
      });
    },
  },
  play: async (context) => {
    const { canvas, userEvent } = context;
    await userEvent.click(
      await canvas.findByRole("button", { name: /^(Beleg ansehen|Show receipt)/ }),
    );
    await canvas.findByText(/hat das Panel keinen Eintrag|has no entry for this/);
  },
};

/** Look at: the history cannot be read, and what to do. */
export const NotReadable: Story = {
  ...outage("failing"),
  parameters: shows("foreign:gateway"),
  play: async (context) => {
    await context.canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/);
  },
};
