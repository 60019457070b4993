import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { DecisionHistory } from "../../src/components/DecisionHistory/DecisionHistory.tsx";
import { type Language, liveConfigPolicy } from "../../src/policy/index.ts";
import type { VendorKey } from "../../src/policy/vendorKey.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  people,
} from "../../src/testing/index.ts";
import { OverPanel } from "./OverPanel.tsx";

export const policy = liveConfigPolicy();

export const purpose = "server-statistics";

/** Shows the history of the statistics over a panel in memory. */
export function showHistory(
  prepare: (panel: FakePanel) => void,
  {
    language = "en",
    vendorKeys = [],
    ...options
  }: Pick<FakePanelOptions, "allowUnseen" | "erasure" | "rewrite"> & {
    readonly language?: Language;
    /** The keys that the page carries. */
    readonly vendorKeys?: readonly VendorKey[];
  } = {},
) {
  const panel = createFakePanel({ policy, ...options });
  prepare(panel);
  const history = (isOpen: boolean) => (
    <OverPanel panel={panel} policy={{ ...policy, vendorKeys }} language={language}>
      <DecisionHistory
        purpose={purpose}
        heading="Server statistics"
        isOpen={isOpen}
        headingLevel={3}
      />
    </OverPanel>
  );
  const { rerender } = render(history(true));
  return Object.assign(panel, {
    /** Closes the history and opens it again, which reads it anew. */
    readAnew: () => {
      rerender(history(false));
      rerender(history(true));
    },
  });
}

/** Opens the receipt of the newest entry. */
export async function openReceipt() {
  const [button] = await screen.findAllByRole("button", {
    name: /^(Show receipt|Beleg ansehen): /,
  });
  if (button) await userEvent.click(button);
  return screen.findByRole("article");
}

/** Has the administrator decide, one decision after the other. */
export function decideAll(
  panel: FakePanel,
  ...decisions: Parameters<FakePanel["decideAs"]>[2][]
): void {
  for (const decision of decisions) panel.decideAs(people.admin, purpose, decision);
}
