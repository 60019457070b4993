import type { Meta, StoryObj } from "@storybook/react-vite";
import { DecisionHistory } from "../../src/components/DecisionHistory/DecisionHistory.tsx";
import { usePrivacy } from "../../src/hooks/PrivacyContext.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import type { VendorKey } from "../../src/policy/vendorKey.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  people,
} from "../../src/testing/index.ts";
import { OverPanel } from "./OverPanel.tsx";

export const policy = policyInForce("2026-03-01");

export const purpose = "server-statistics";

export interface HistoryOfProps {
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
export function HistoryOf({
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

/** What the stories of a history share. */
export const historyStory = {
  args: { prepare: liveLong },
  loaders: [
    ({ args: { prepare, vendorKeys: _vendorKeys, ...options } }) => {
      const panel = createFakePanel({ policy, ...options });
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

/** Opens the receipt of the entry whose first words these are. */
export const openReceipt =
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

export const openDeletion = openReceipt(
  /^Löschung vom Hersteller bestätigt|^Deletion confirmed/,
);
