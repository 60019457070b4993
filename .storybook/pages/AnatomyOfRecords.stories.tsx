import type { Meta, StoryObj } from "@storybook/react-vite";
import type { ReactNode } from "react";
import { screen } from "storybook/test";
import { PrivacyPolicy } from "../../src/components/PrivacyPolicy/PrivacyPolicy.tsx";
import { TransportFacts } from "../../src/components/TransportFacts/TransportFacts.tsx";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  people,
  transport,
} from "../../src/testing/index.ts";
import { attempt } from "../../test/fixtures/transmissions.ts";
import { HistoryOf, policy, purpose } from "../../test/support/HistoryOf.tsx";
import { LogOf } from "../../test/support/LogOf.tsx";
import { StoryFrame } from "../StoryFrame.tsx";
import { anatomies } from "./anatomies.ts";
import { MarkedParts } from "./MarkedParts.tsx";
import { marksEveryPart } from "./marksEveryPart.ts";

interface RecordAnatomyProps {
  readonly component: keyof typeof anatomies;
  /** Makes what is shown over a panel with something to tell. */
  readonly show: (panel: FakePanel) => ReactNode;
  /** The beginning of the name of what is opened first. */
  readonly open?: RegExp;
}

/** Sent and agreed to, so that each record has something in it. */
function livelyPanel(): FakePanel {
  const panel = createFakePanel({
    policy,
    transmissions: Array.from({ length: 13 }, (_, index) =>
      attempt(13 - index, { at: new Date(Date.UTC(2026, -index, 3)).toISOString() }),
    ),
  });
  panel.decideAs(people.admin, purpose, "grant");
  return panel;
}

const meta = {
  title: "Anatomy/Records and texts",
  // The marks stand outside of what they mark, which resets what a page says of it.
  parameters: { isWhole: true },
  loaders: [() => ({ panel: livelyPanel() })],
  render: ({ component, show }, { loaded, globals }) => (
    <>
      <h2>{component}</h2>
      <MarkedParts anatomy={anatomies[component]}>
        <StoryFrame language={globals.language} isWhole={component === "Policy"}>
          {show(loaded.panel)}
        </StoryFrame>
      </MarkedParts>
    </>
  ),
  play: async ({ canvas, canvasElement, userEvent, args: { component, open } }) => {
    if (open) {
      const [button] = await canvas.findAllByRole("button", { name: open });
      await userEvent.click(button ?? screen.getByText("There is none."));
    }
    await marksEveryPart(canvasElement, anatomies[component]);
  },
} satisfies Meta<RecordAnatomyProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the months, the choice and the rows of what was sent; an entry is open. */
export const Log: Story = {
  args: {
    component: "Log",
    show: (panel) => <LogOf panel={panel} />,
    open: /^(Einzelheiten|Details) ?: /,
  },
};

/** Look at: the rows of the history, and the parts of a receipt. */
export const History: Story = {
  args: {
    component: "History",
    show: (panel) => <HistoryOf panel={panel} />,
    open: /^(Beleg ansehen|Show receipt)/,
  },
};

/** Look at: the way of the data as three stations, and the facts of it in rows. */
export const Transport: Story = {
  args: {
    component: "Transport",
    show: () => (
      <TransportFacts
        heading="Serverstatistiken"
        transport={transport}
        receiverAdds={undefined}
      />
    ),
  },
};

/** Look at: the parts of the policy, from its date to its older revisions. */
export const Policy: Story = {
  args: {
    component: "Policy",
    show: () => <PrivacyPolicy policy={liveConfigPolicy()} />,
  },
};
