import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, spyOn, waitFor } from "storybook/test";
import {
  changedAnswer,
  otherKey,
  signedAnswer,
  vendorKey,
} from "../../../test/fixtures/signedAnswer.ts";
import { OverPanel } from "../../../test/support/OverPanel.tsx";
import { shows } from "../../../test/support/states.ts";
import type { Decisions, Purposes } from "../../contract/createContract.ts";
import type { Receipt } from "../../contract/receipt.ts";
import { usePrivacy } from "../../hooks/PrivacyContext.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import type { VendorKey } from "../../policy/vendorKey.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  people,
  transport,
} from "../../testing/index.ts";
import { DecisionHistory } from "./DecisionHistory.tsx";

const policy = policyInForce("2026-03-01");
const purpose = "server-statistics";

interface HistoryOfProps {
  /** Brings the panel into the state that the story shows. */
  readonly prepare: (panel: FakePanel) => unknown;
  /** What the panel tells otherwise. */
  readonly rewrite?: NonNullable<FakePanelOptions["rewrite"]>;
  readonly allowUnseen?: boolean;
  /** What its store says of deleted bytes. */
  readonly erasure?: NonNullable<FakePanelOptions["erasure"]>;
  /** The keys that the page carries. */
  readonly vendorKeys?: readonly VendorKey[];
}

/** The history of the statistics over a panel in memory, in the language of the story. */
function HistoryOf({
  panel,
  vendorKeys = [],
}: Pick<HistoryOfProps, "vendorKeys"> & { readonly panel: FakePanel }) {
  const { language } = usePrivacy();
  const heading = policy.texts[language].activities[purpose]?.heading ?? purpose;
  return (
    <OverPanel panel={panel} policy={{ ...policy, vendorKeys }} language={language}>
      <DecisionHistory purpose={purpose} heading={heading} isOpen headingLevel={3} />
    </OverPanel>
  );
}

/** Refused, granted, outdated, granted again, withdrawn, and deleted at the vendor. */
function liveLong(panel: FakePanel): void {
  panel.revise(policyInForce("2025-07-24"));
  panel.decideAs(people.admin, purpose, "refuse");
  panel.decideAs(people.admin2, purpose, "grant");
  panel.revise(policy);
  panel.decideAs(people.admin, purpose, "grant");
  panel.sent(purpose, "2026-01-02T03:14:00.000Z");
  panel.decideAs(people.admin2, purpose, "withdraw");
  panel.deletion(purpose, { state: "confirmed", deleted: 7 });
}

const meta = {
  title: "Purpose/DecisionHistory",
  args: { prepare: liveLong },
  loaders: [
    ({ args: { prepare, vendorKeys: _vendorKeys, ...options } }) => {
      const panel = createFakePanel({ policy, transport, ...options });
      prepare(panel);
      return { panel };
    },
  ],
  render: ({ vendorKeys }, { loaded }) => (
    <HistoryOf panel={loaded.panel} {...(vendorKeys && { vendorKeys })} />
  ),
  play: async (context) => {
    await context.canvas.findAllByRole("rowheader");
  },
} satisfies Meta<HistoryOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Opens the receipt of the entry whose first words these are. */
const openReceipt =
  (event: RegExp): NonNullable<StoryObj<HistoryOfProps>["play"]> =>
  async (context) => {
    const { canvas, userEvent } = context;
    const buttons = await canvas.findAllByRole("button", {
      name: /^(Beleg ansehen|Show receipt)/,
    });
    const button = buttons.find((one) =>
      event.test(one.closest("tr")?.cells[1]?.textContent ?? ""),
    );
    await userEvent.click(button ?? canvas.getByText("There is no such entry."));
    await canvas.findByRole("article");
  };

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

const openDeletion = openReceipt(
  /^Löschung vom Hersteller bestätigt|^Deletion confirmed/,
);

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

/** A receipt of a deletion as a panel gives it whose vendor signs. */
const signedWith =
  (
    answer: typeof signedAnswer,
    keys: readonly VendorKey[] = [],
  ): NonNullable<HistoryOfProps["rewrite"]> =>
  (path, body) => {
    if (path.startsWith("/receipts/")) {
      return { ...(body as Receipt), "kt:signature": "valid", "kt:signedAnswer": answer };
    }
    return path === "/purposes" ? withKeys(body as Purposes, keys) : body;
  };

/** What a panel tells that names these keys. */
function withKeys(body: Purposes, vendorKeys: readonly VendorKey[]): Purposes {
  const purposes = Object.entries(body.purposes).map(([id, { transport, ...rest }]) => [
    id,
    { ...rest, transport: transport && { ...transport, vendorKeys: [...vendorKeys] } },
  ]);
  return { ...body, purposes: Object.fromEntries(purposes) };
}

const openAnd =
  (sentence: RegExp): NonNullable<Story["play"]> =>
  async (context) => {
    await openDeletion(context);
    await context.canvas.findByText(sentence);
  };

/** Look at: the signature fits the key that the page carries, and the time is the vendor's own claim. */
export const ReceiptSigned: Story = {
  parameters: shows("receipt:page", "receipt:checking"),
  args: { rewrite: signedWith(signedAnswer), vendorKeys: [vendorKey] },
  play: openAnd(/^(Passt zum Schlüssel, den diese|Fits the key that this page)/),
};

/** Look at: the signature fits a key that the panel alone names, and no more is said. */
export const ReceiptSignedByPanelsKey: Story = {
  parameters: shows("receipt:panel"),
  args: { rewrite: signedWith(signedAnswer, [vendorKey]) },
  play: openAnd(/^(Passt zum Schlüssel, den das|Fits the key that the panel)/),
};

/** Look at: a receipt that was changed since does not fit its signature. */
export const ReceiptSignatureWrong: Story = {
  parameters: shows("receipt:wrong"),
  args: { rewrite: signedWith(changedAnswer), vendorKeys: [vendorKey] },
  play: openAnd(/Signatur passt nicht|signature does not fit/),
};

/** Look at: nobody here names the key that it is signed with. */
export const ReceiptOtherKey: Story = {
  parameters: shows("receipt:other-key"),
  args: { rewrite: signedWith(signedAnswer, [otherKey]), vendorKeys: [otherKey] },
  play: openAnd(/weder diese Seite|neither this page/),
};

/** Look at: a browser without Ed25519 says that it cannot check. */
export const ReceiptCannotBeChecked: Story = {
  parameters: shows("receipt:cannot-check"),
  args: { rewrite: signedWith(signedAnswer), vendorKeys: [vendorKey] },
  beforeEach: () => {
    const refuse = spyOn(crypto.subtle, "importKey");
    refuse.mockRejectedValue(new DOMException("", "NotSupportedError"));
    return () => refuse.mockRestore();
  },
  play: openAnd(/nicht prüfbar|Cannot be checked/),
};

/** Look at: a vendor that signs nothing is said to sign nothing. */
export const ReceiptNotSigned: Story = {
  parameters: shows("signature:absent"),
  args: {
    rewrite: (path, body) =>
      path.startsWith("/receipts/")
        ? { ...(body as Receipt), "kt:signature": "absent" }
        : body,
  },
  play: openAnd(/^(Die Antwort ist nicht signiert|The answer is not signed)/),
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
  parameters: shows("foreign:gateway"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 502, times: 1_000 }),
  },
  play: async (context) => {
    await context.canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/);
  },
};
