import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { alertText } from "../../../test/support/alerts.ts";
import {
  type CenterOfProps,
  centreStory,
  everythingIsThere,
  findToggle,
  isGrant,
  isWithdrawal,
  names,
  turn,
  visibly,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { ownNetwork } from "../../../test/support/storyOutage.ts";
import { resolveBaseUrl } from "../../client/resolveBaseUrl.ts";
import { keepWithdrawal } from "../../client/storedWithdrawal.ts";
import { type FakePanel, people } from "../../testing/index.ts";

const statistics = "server-statistics";
const granted = { purposes: { [statistics]: { status: "granted" } } } as const;

const meta = {
  title: "Centre/On its way",
  ...centreStory,
  args: { ...centreStory.args, options: granted },
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Lets no withdrawal through. */
const dropWithdrawals = (panel: FakePanel) =>
  panel.fault({ type: "dropped", moment: "request", on: isWithdrawal, times: 1_000 });

/** A withdrawal that this browser kept, and whose it is. */
const keep = (viewer: string, sequence: number) =>
  keepWithdrawal(resolveBaseUrl("/api/privacy"), statistics).write({
    viewer,
    sequence,
    since: "2026-01-15T09:30:00.000Z",
  });

const isGrantLogged = ({ method }: { readonly method: string }) => method === "PUT";

/** Look at: a refusal on its way says so; the switch is off as it was. */
export const RefusalPending: Story = {
  parameters: shows("wish:refusing"),
  globals: ownNetwork,
  args: {
    options: {},
    prepare: (panel) => panel.fault({ type: "held", moment: "request", on: isGrant }),
  },
  play: async ({ canvas, userEvent }) => {
    await everythingIsThere(canvas);
    const [, refuse] = canvas.getAllByRole("button", { name: names.refuse });
    await userEvent.click(refuse as HTMLElement);
    await canvas.findByText(/^Die Ablehnung wird übermittelt|^Sending the refusal/);
  },
};

/** Look at: the panel did not say whether it has the grant; nothing is claimed. */
export const GrantPendingInDoubt: Story = {
  parameters: shows("wish:checking"),
  globals: ownNetwork,
  args: {
    options: {},
    prepare: (panel) => {
      panel.fault({ type: "dropped", moment: "answer", on: isGrant });
      panel.fault({
        type: "dropped",
        moment: "request",
        on: ({ path }) => panel.requests.some(isGrantLogged) && path === "/purposes",
        times: 1_000,
      });
    },
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(/^Ob Ihre Entscheidung angekommen|^Checking whether your/);
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: the panel did not answer a withdrawal; off, tried on, and said that it may send. */
export const WithdrawalPendingOffline: Story = {
  parameters: shows("wish:withdrawing-lost"),
  globals: ownNetwork,
  args: { prepare: dropWithdrawals },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(
      /^Der Widerruf ist noch unbestätigt|^The withdrawal is still/,
    );
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: the panel wants to know who asks; the withdrawal waits for that. */
export const WithdrawalPendingSignedOut: Story = {
  parameters: shows("wish:withdrawing-signed-out", "page:signed-out"),
  play: async (context) => {
    const { canvas, loaded } = context;
    await everythingIsThere(canvas);
    loaded.panel.actAs(null);
    await context.userEvent.click(await findToggle(canvas));
    await canvas.findByText(
      /^Ein in diesem Browser|^A withdrawal that was begun/,
      visibly,
    );
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: somebody decided meanwhile; the person is asked, and nothing is sent unasked. */
export const DecidedAnew: Story = {
  parameters: shows("wish:decided-anew"),
  args: {
    prepare: (panel) => {
      keep(people.admin.id, 0);
      panel.decideAs(people.admin2, statistics, "grant");
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/^Inzwischen wurde neu entschieden|^A new decision was made/);
    const asked = /Trotzdem widerrufen|Withdraw anyway|Stand so lassen|Keep it as it is/;
    await expect(canvas.getAllByRole("button", { name: asked })).toHaveLength(2);
  },
};

/** Look at: another person's withdrawal in this browser is shown, and never sent. */
export const WithdrawalOfAnother: Story = {
  parameters: shows("wish:withdrawal-of-another"),
  args: { prepare: () => keep(people.admin2.id, 1) },
  play: async ({ canvas, loaded }) => {
    await canvas.findByText(/^In diesem Browser hat|^Another person withdrew/);
    await expect(
      loaded.panel.requests.map((request: { method: string }) => request.method),
    ).not.toContain("DELETE");
  },
};

/** Look at: a refusal that the panel turned down, and that the state is what it was. */
export const RefusalFailed: Story = {
  parameters: shows("wish:failed-refused"),
  args: { options: {}, answerToGrant: "not-permitted" },
  play: async ({ canvas, userEvent }) => {
    await everythingIsThere(canvas);
    const [, refuse] = canvas.getAllByRole("button", { name: names.refuse });
    await userEvent.click(refuse as HTMLElement);
    await waitFor(() => expect(alertText()).not.toBe(""));
  },
};

/** Look at: a withdrawal that the panel turned down; the switch shows its state again. */
export const WithdrawalFailed: Story = {
  parameters: shows("wish:failed-withdrawn"),
  args: {
    prepare: (panel) =>
      panel.fault({ type: "problem", code: "not-permitted", on: isWithdrawal }),
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await waitFor(() => expect(alertText()).not.toBe(""));
    await expect(await findToggle(canvas)).toBeChecked();
  },
};

/** Look at: the panel went away; what was known last, with its time, and no guess. */
export const OfflineLastKnown: Story = {
  parameters: shows("page:last-known-state"),
  globals: { network: "offline" },
  play: async ({ canvas, loaded }) => {
    await everythingIsThere(canvas);
    loaded.panel.fault({ type: "dropped", moment: "request", times: 1_000 });
    window.dispatchEvent(new Event("visibilitychange"));
    await canvas.findByText(/^Letzter bekannter Stand|^Last known state/, undefined, {
      timeout: 20_000,
    });
    await expect(
      canvas.getAllByText(/^Zuletzt bekannt: Einwilligung|^Last known: Consent given/),
    ).not.toHaveLength(0);
    await expect(await findToggle(canvas)).toBeChecked();
  },
};
