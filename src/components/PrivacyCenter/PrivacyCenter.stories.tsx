import type { Meta, StoryObj } from "@storybook/react-vite";
import { useState } from "react";
import { expect, waitFor } from "storybook/test";
import { policyInForce } from "../../../panel/src/referencePolicy.ts";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import type { Policy } from "../../policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  people,
  transport,
} from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

interface CenterOfProps {
  readonly policy: Policy;
  /** Brings the panel into the state that the story shows. */
  readonly prepare: (panel: FakePanel) => unknown;
}

/** A centre over a panel in memory. */
function CenterOf({ policy, prepare }: CenterOfProps) {
  const [panel] = useState(() => {
    const made = createFakePanel({ policy });
    prepare(made);
    return made;
  });
  return <PrivacyCenter policy={policy} fetch={panel.fetch} />;
}

const asInstalled: CenterOfProps["prepare"] = () => undefined;

const meta = {
  title: "Centre",
  component: CenterOf,
  parameters: { isWhole: true },
  args: { policy: policyInForce("2025-07-24"), prepare: asInstalled },
} satisfies Meta<typeof CenterOf>;

export default meta;

type Story = StoryObj<typeof meta>;

const statistics = "server-statistics";

/** Look at: both switches off, "no" as weighty as "yes", the bytes below. */
export const Undecided: Story = {
  play: async ({ canvas }) => {
    const switches = await canvas.findAllByRole("switch");
    await expect(switches).toHaveLength(2);
    for (const toggle of switches) await expect(toggle).not.toBeChecked();
  },
};

/** Look at: who agreed and when; the UUID in the bytes. */
export const Granted: Story = {
  args: { prepare: (panel) => panel.decideAs(people.admin, statistics, "grant") },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole("switch", { checked: true })).toBeVisible();
  },
};

/** Look at: the switch moves after the panel's answer, and the focus stays on it. */
export const Granting: Story = {
  play: async ({ canvas, userEvent }) => {
    const toggle = await canvas.findByRole("switch", {
      name: /Serverstatistiken|server statistics/,
    });
    await waitFor(() => expect(toggle).not.toHaveAttribute("aria-disabled"));
    await userEvent.click(toggle);
    await waitFor(() => expect(toggle).toBeChecked());
    await expect(toggle).toHaveFocus();
  },
};

/** Look at: a refusal is a decision of its own. */
export const Refused: Story = {
  args: { prepare: (panel) => panel.decideAs(people.admin2, statistics, "refuse") },
};

/** Look at: withdrawn says what became of the data at the vendor. */
export const Withdrawn: Story = {
  args: {
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "grant");
      panel.decideAs(people.admin, statistics, "withdraw");
    },
  },
};

/** Look at: consent to an older revision does not cover the new one; off, with a button. */
export const Outdated: Story = {
  args: {
    policy: policyInForce("2026-03-01"),
    prepare: (panel) => {
      panel.revise(policyInForce("2025-07-24"));
      panel.decideAs(people.admin, statistics, "grant");
      panel.revise(policyInForce("2026-03-01"));
    },
  },
  play: async ({ canvas }) => {
    const button = await canvas.findByRole("button", {
      name: /Widerrufen und löschen|Withdraw and delete/,
    });
    await expect(button).toBeVisible();
    for (const toggle of canvas.getAllByRole("switch"))
      await expect(toggle).not.toBeChecked();
  },
};

/** Look at: locked by the system; withdrawing stays possible. */
export const LockedOverGrant: Story = {
  args: {
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "grant");
      panel.lock("do-not-track");
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", {
      name: /Widerrufen und löschen|Withdraw and delete/,
    });
    for (const toggle of canvas.getAllByRole("switch"))
      await expect(toggle).not.toBeChecked();
  },
};

/** Look at: an auditor sees the state and why the switch is inactive. */
export const MayOnlyLook: Story = {
  args: {
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "grant");
      panel.actAs(people.auditor);
    },
  },
};

/** Look at: nobody is signed in; the policy is there, the switches are not. */
export const SignedOut: Story = {
  args: { prepare: (panel) => panel.actAs(null) },
  play: async ({ canvas }) => {
    await canvas.findByText(/nicht angemeldet|not signed in/);
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: no answer; the page says so and goes on trying. */
export const Unreachable: Story = {
  args: {
    prepare: (panel) => panel.fault({ type: "dropped", moment: "request", times: 1_000 }),
  },
};

/** Look at: a value that nothing discloses blocks consent. */
export const Undisclosed: Story = {
  args: {
    prepare: (panel) =>
      panel.setPayload(statistics, { version: "0.1.0", hostname: "server.example" }),
  },
  play: async ({ canvas }) => {
    await canvas.findByText(
      /weichen von der Datenschutzerklärung ab|differ from the privacy/,
    );
  },
};

/** Look at: where it goes and how, what was sent, and what comes next. */
export const WithTransport: Story = {
  args: {
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "grant");
      panel.change((state) => ({
        ...state,
        purposes: Object.fromEntries(
          Object.entries(state.purposes).map(([id, purpose]) => [
            id,
            { ...purpose, transport },
          ]),
        ),
      }));
    },
  },
};

/** Look at: another product, none of whose words are the first one's. */
export const AnotherProduct: Story = { args: { policy: otherPolicy } };
