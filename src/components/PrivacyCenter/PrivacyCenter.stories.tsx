import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect, waitFor, within } from "storybook/test";
import { announcements } from "../../../test/elements.ts";
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import {
  CenterOf,
  type CenterOfProps,
  everythingIsThere,
  findToggle,
  grantInVain,
  isGrant,
  isWithdrawal,
  loadPanel,
  names,
  showCard,
  turn,
  visibly,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { liveConfigPolicy } from "../../policy/index.ts";
import { people, statistics as statisticsSent, transport } from "../../testing/index.ts";

const meta = {
  title: "Centre",
  parameters: { isWhole: true },
  args: { policy: policyInForce("2025-07-24") },
  loaders: [loadPanel],
  render: ({ policy }, { loaded }) => <CenterOf policy={policy} panel={loaded.panel} />,
  play: ({ canvas }) => everythingIsThere(canvas),
  afterEach: showCard,
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

const statistics = "server-statistics";

/** Look at: both switches off, "no" as weighty as "yes", the bytes below. */
export const Undecided: Story = {
  parameters: shows(
    "page:ready",
    "status:undecided",
    "kind:sample",
    "kind:next",
    "check:matches",
    "reading:readable",
    "place:disclosed",
  ),
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
    await expect(canvas.getAllByRole("button", { name: names.refuse })).toHaveLength(2);
  },
};

/** Look at: the policy is there before the panel has answered, and no switch is. */
export const Loading: Story = {
  parameters: shows("page:loading"),
  args: {
    prepare: (panel) => panel.fault({ type: "held", moment: "answer", times: 1_000 }),
  },
  play: async ({ canvas }) => {
    const reading = /^Der Stand wird gelesen|^Loading the current state/;
    await expect(await canvas.findAllByText(reading)).toHaveLength(2);
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: who agreed and when; the UUID in the bytes. */
export const Granted: Story = {
  parameters: shows("status:granted"),
  args: { prepare: (panel) => panel.decideAs(people.admin, statistics, "grant") },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(await findToggle(canvas)).toBeChecked();
  },
};

/** Look at: a name that would reorder the sentence, or ring a bell, stands in it as marks. */
export const HostileName: Story = {
  parameters: shows("status:granted"),
  args: {
    prepare: (panel) =>
      panel.decideAs(
        { id: "admin", name: "\u202enimdA\u0007 מנהל", mayDecide: true },
        statistics,
        "grant",
      ),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getAllByText(/\\u202enimdA\\u0007 מנהל/)).toHaveLength(1);
  },
};

/** Look at: the switch moves after the panel's answer, and the focus stays on it. */
export const Granting: Story = {
  parameters: shows("status:granted"),
  play: async (context) => {
    await turn(context);
    const toggle = await findToggle(context.canvas);
    await waitFor(() => expect(toggle).toBeChecked());
    await expect(toggle).toHaveFocus();
  },
};

/** Look at: a grant on its way is off, says so, and can be taken back at once. */
export const GrantPending: Story = {
  parameters: shows("wish:granting"),
  args: {
    prepare: (panel) => panel.fault({ type: "held", moment: "request", on: isGrant }),
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(/^Die Einwilligung gilt, sobald|^The consent applies once/);
    const toggle = await findToggle(canvas);
    await expect(toggle).not.toBeChecked();
    await expect(toggle).toHaveAttribute("aria-busy", "true");
  },
};

/** Look at: a refusal is a decision of its own. */
export const Refused: Story = {
  parameters: shows("status:refused"),
  args: { prepare: (panel) => panel.decideAs(people.admin2, statistics, "refuse") },
};

/** Look at: withdrawn says what became of the data at the vendor. */
export const Withdrawn: Story = {
  parameters: shows("status:withdrawn"),
  args: { options: { purposes: { [statistics]: { status: "withdrawn" } } } },
};

/** Look at: off at once, and the sentence that reports may leave until the panel confirms it. */
export const WithdrawalPending: Story = {
  parameters: shows("wish:withdrawing"),
  args: {
    options: { purposes: { [statistics]: { status: "granted" } } },
    prepare: (panel) =>
      panel.fault({ type: "held", moment: "request", on: isWithdrawal }),
  },
  play: async (context) => {
    await turn(context);
    const { canvas } = context;
    await canvas.findByText(
      /^Der Widerruf wird übermittelt|^The withdrawal is on its way/,
    );
    await canvas.findByText(/^Bis dahin kann noch gesendet|^Until then, reports may/);
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: the deletion at the vendor goes on after the withdrawal, and since when. */
export const DeletionUnderWay: Story = {
  parameters: shows("deletion:under-way"),
  args: {
    options: {
      transport,
      purposes: {
        [statistics]: { status: "granted", lastSentAt: "2026-01-02T03:14:00.000Z" },
      },
    },
    prepare: (panel) => panel.decideAs(people.admin, statistics, "withdraw"),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    const timeline = canvas.getByRole("list", {
      name: /^Ablauf: Server|^Timeline: Server/,
    });
    await expect(
      within(timeline).getByText(/^Löschung läuft|^Deletion in progress/),
    ).toBeVisible();
  },
};

/** Look at: how many reports the vendor says it deleted. */
export const DeletionConfirmed: Story = {
  parameters: shows("deletion:confirmed"),
  args: {
    ...DeletionUnderWay.args,
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "withdraw");
      panel.deletion(statistics, { state: "confirmed", deleted: 7 });
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/^Gelöschte Datensätze: 7\.$|^Records deleted: 7\.$/);
  },
};

/** Look at: not confirmed is not called deleted; when it is tried again. */
export const DeletionFailed: Story = {
  parameters: shows("deletion:failed"),
  args: {
    ...DeletionUnderWay.args,
    prepare: (panel) => {
      panel.decideAs(people.admin, statistics, "withdraw");
      panel.deletion(statistics, {
        state: "failed",
        nextAttemptAt: "2026-01-15T10:30:00.000Z",
      });
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/^Nicht bestätigt$|^Not confirmed$/);
  },
};

/** Look at: consent to an older revision does not cover the new one; off, with a button. */
export const Outdated: Story = {
  parameters: shows("status:outdated", "since:sinceConsent"),
  args: {
    policy: policyInForce("2026-03-01"),
    prepare: (panel) => {
      panel.revise(policyInForce("2025-07-24"));
      panel.decideAs(people.admin, statistics, "grant");
      panel.revise(policyInForce("2026-03-01"));
    },
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByRole("button", { name: names.withdraw })).toBeVisible();
    await expect(await findToggle(canvas)).not.toBeChecked();
  },
};

/** Look at: a state of a later contract is named as it came; nothing is guessed. */
export const UnknownStatus: Story = {
  parameters: shows("status:unknown", "obstacle:status-unknown"),
  args: { options: { purposes: { [statistics]: { decision: { status: "paused" } } } } },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await canvas.findByText(/[„“]paused[“”]/);
    await expect(await findToggle(canvas)).toHaveAttribute("aria-disabled", "true");
  },
};

/** Look at: locked by the system; consent cannot be given. */
export const LockedByVendor: Story = {
  parameters: shows("lock:vendor", "obstacle:locked"),
  args: { prepare: (panel) => panel.lock("vendor") },
};

/** Look at: locked by the system; withdrawing stays possible. */
export const LockedOverGrant: Story = {
  parameters: shows("lock:do-not-track", "obstacle:locked"),
  args: {
    options: { purposes: { [statistics]: { status: "granted" } } },
    prepare: (panel) => panel.lock("do-not-track"),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByRole("button", { name: names.withdraw })).toBeVisible();
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
  },
};

/** Look at: an auditor sees the state and why the switch is inactive. */
export const AuditorMayOnlyLook: Story = {
  parameters: shows("obstacle:not-permitted"),
  args: {
    options: {
      viewer: people.auditor,
      purposes: { [statistics]: { status: "granted" } },
    },
  },
};

/** Look at: nobody is signed in; the policy is there, the switches are not. */
export const SignedOut: Story = {
  parameters: shows("page:signed-out", "problem:not-signed-in"),
  args: { options: { viewer: null } },
  play: async ({ canvas }) => {
    await canvas.findByText(/nicht angemeldet|not signed in/, visibly);
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: no answer; the page says so and goes on trying. */
export const Offline: Story = {
  parameters: shows("page:without-state", "error:unreachable"),
  args: {
    prepare: (panel) => panel.fault({ type: "dropped", moment: "request", times: 1_000 }),
  },
  play: async ({ canvas }) => {
    await canvas.findByText(
      /Das Panel antwortet nicht|The panel does not answer/,
      visibly,
    );
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: an answer that is none; nothing is claimed to hold, and withdrawing is possible. */
export const OutsideTheContract: Story = {
  parameters: shows("page:in-doubt", "chip:not-read", "error:outside-contract"),
  args: {
    prepare: (panel) => panel.fault({ type: "malformed-body", times: 1_000 }),
  },
  play: async ({ canvas }) => {
    await canvas.findByText(/unerwartet geantwortet|answer was unexpected/, visibly);
    await expect(canvas.queryByRole("switch")).toBeNull();
    await expect(
      canvas.getAllByRole("button", { name: /^Widerrufen|^Withdraw/ }),
    ).toHaveLength(2);
  },
};

/** Look at: who answered in the panel's place, what came, and the button that withdraws. */
export const BehindAGateway: Story = {
  parameters: shows("page:in-doubt", "foreign:gateway"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 502, times: 1_000 }),
  },
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/, visibly);
    await userEvent.click(canvas.getByText(/^Für alle, die|^For whoever runs/));
    await canvas.findByText(/HTTP 502$/);
  },
};

/** Look at: a page in the panel's place, and how to sign in again. */
export const SessionOver: Story = {
  parameters: shows("page:without-state", "foreign:session-over"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 200, times: 1_000 }),
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: /^Seite neu laden|^Reload the page/ });
    await expect(canvas.queryByRole("switch")).toBeNull();
  },
};

/** Look at: a proxy's error page instead of an answer to a grant is not "on". */
export const GrantOutsideTheContract: Story = {
  parameters: shows("wish:failed-granted"),
  args: {
    prepare: (panel) => panel.fault({ type: "status", status: 502, on: isGrant }),
  },
  play: grantInVain,
};

/** Look at: somebody was faster; the sentence points to the new state. */
export const GrantOvertaken: Story = {
  parameters: shows("wish:failed-granted", "problem:decision-changed"),
  args: { answerToGrant: "decision-changed" },
  play: grantInVain,
};

/** Look at: the policy is another by now; the sentence asks to read it. */
export const GrantToAnOldPolicy: Story = {
  parameters: shows("wish:failed-granted", "problem:policy-changed"),
  args: { answerToGrant: "policy-changed" },
  play: grantInVain,
};

/** Look at: the data are others by now; the sentence asks to look at them. */
export const GrantToOldData: Story = {
  parameters: shows("wish:failed-granted", "problem:payload-changed"),
  args: { answerToGrant: "payload-changed" },
  play: grantInVain,
};

/** Look at: the panel says no; choose another answer among the controls. */
export const GrantForbidden: Story = {
  parameters: shows("wish:failed-granted", "problem:not-permitted"),
  args: { answerToGrant: "not-permitted" },
  argTypes: {
    answerToGrant: {
      control: "select",
      options: ["not-permitted", "locked", "cross-site", "host-not-served"],
    },
  },
  play: grantInVain,
};

/** Look at: the panel did not understand; the sentence says that nothing was changed. */
export const GrantNotUnderstood: Story = {
  parameters: shows("wish:failed-granted", "problem:malformed-body"),
  args: { answerToGrant: "malformed-body" },
  argTypes: {
    answerToGrant: {
      control: "select",
      options: [
        "malformed-body",
        "body-too-large",
        "media-type-not-supported",
        "precondition-required",
        "not-found",
      ],
    },
  },
  play: grantInVain,
};

/** Look at: the panel failed; the sentence says what to do, and the switch stays off. */
export const GrantFailed: Story = {
  parameters: shows("wish:failed-granted", "problem:internal-error"),
  args: { answerToGrant: "internal-error" },
  argTypes: {
    answerToGrant: {
      control: "select",
      options: ["internal-error", "not-available-here"],
    },
  },
  play: grantInVain,
};

/** Look at: the panel stands for another text, so consent cannot be given on this page. */
export const TextNotKnown: Story = {
  parameters: shows("obstacle:text-not-known"),
  args: { prepare: (panel) => panel.revise(liveConfigPolicy()) },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getAllByText(/ist nicht der Text des Panels|is not the panel’s text/, {
        selector: ".kt-alert p",
      }),
    ).toHaveLength(2);
  },
};

/** Look at: the panel has a revision that the page does not know. */
export const PolicyNotKnown: Story = {
  parameters: shows("obstacle:policy-not-known"),
  args: { prepare: (panel) => panel.revise(policyInForce("2026-04-01")) },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getAllByText(/die diese Seite nicht kennt|this page does not know/, {
        selector: ".kt-alert p",
      }),
    ).toHaveLength(2);
  },
};

/** Look at: the data changed; the old ones stay until the button is used. */
export const NewerData: Story = {
  parameters: shows("obstacle:payload-newer"),
  play: async ({ canvas, loaded }) => {
    await everythingIsThere(canvas);
    loaded.panel.setPayload(statistics, { ...statisticsSent, services: [] });
    window.dispatchEvent(new Event("visibilitychange"));
    await expect(await canvas.findByRole("button", { name: names.newer })).toBeVisible();
    await expect(announcements()).toHaveTextContent(
      /Die Daten haben sich geändert|The data has changed/,
    );
  },
};

/** Look at: a value that nothing discloses blocks consent. */
export const Undisclosed: Story = {
  parameters: shows("obstacle:payload-undisclosed", "place:undisclosed", "place:absent"),
  args: {
    prepare: (panel) =>
      panel.setPayload(statistics, { version: "0.1.0", hostname: "server.example" }),
  },
  play: async ({ canvas }) => {
    await everythingIsThere(canvas);
    await expect(
      canvas.getByText(
        /anderes, als die Datenschutzerklärung|does not match the privacy/,
        { selector: ".kt-alert p" },
      ),
    ).toBeVisible();
    await expect(
      canvas.getByText(
        /^Nicht in der Datenschutzerklärung: |^Not in the privacy policy: /,
      ),
    ).toBeVisible();
    await expect(
      canvas.getByRole("button", { name: /^Zur Stelle in den|^Go to the place/ }),
    ).toBeVisible();
  },
};

/** Look at: the data cannot be told on this machine; the switch says why it is inactive. */
export const NoPayload: Story = {
  parameters: shows("obstacle:payload-missing", "problem:not-available-here"),
  args: { options: { purposes: { [statistics]: { payload: null } } } },
  play: async ({ canvas }) => {
    await canvas.findByText(
      /^Die Daten, die gesendet würden, sind|^The data that would be/,
      visibly,
    );
    await canvas.findByText(
      /auf diesem Server nicht ermitteln|cannot be determined/,
      visibly,
    );
    await expect(await findToggle(canvas)).toHaveAttribute("aria-disabled", "true");
  },
};

/** Look at: no services is told as none, and consent can be given. */
export const NoServices: Story = {
  parameters: shows("place:disclosed"),
  args: {
    prepare: (panel) => panel.setPayload(statistics, { ...statisticsSent, services: [] }),
  },
};

/** Look at: two hundred services with long names; the page is not widened by them. */
export const ManyServices: Story = {
  parameters: shows("extreme:long-words"),
  args: {
    prepare: (panel) =>
      panel.setPayload(statistics, {
        ...statisticsSent,
        services: Array.from({ length: 200 }, (_, index) => ({
          name: `${"a-service-with-quite-a-long-name-".repeat(2)}${index + 1}`,
          version: `${index + 1}.0.0+deb12u1`,
        })),
      }),
  },
  play: async ({ canvas, canvasElement }) => {
    await everythingIsThere(canvas);
    await expect(canvas.getByText(/… \(200\)$/)).toBeVisible();
    await expect(canvasElement.scrollWidth).toBeLessThanOrEqual(
      canvasElement.clientWidth,
    );
  },
};

/** Look at: where it goes and how, unfolded; what was sent last, and what comes next. */
export const WithTransport: Story = {
  parameters: shows("tls:untried"),
  args: {
    options: {
      transport,
      purposes: {
        [statistics]: {
          status: "granted",
          lastSentAt: "2026-01-15T09:30:00.000Z",
          nextAt: "2026-02-15T09:30:00.000Z",
        },
      },
    },
  },
  play: async ({ canvas, userEvent }) => {
    await everythingIsThere(canvas);
    const way = canvas.getByRole("button", { name: names.way });
    await userEvent.click(way);
    await expect(way).toHaveAttribute("aria-expanded", "true");
    const stations = canvas.getAllByRole("list", {
      name: /^Der Weg der Daten: Server|^The way of the data: Server/,
    });
    await expect(stations).toHaveLength(1);
    await expect(stations[0]).toBeVisible();
  },
};

/** Look at: another product, none of whose words are the first one's. */
export const AnotherProduct: Story = {
  parameters: shows("extreme:another-product"),
  args: {
    policy: otherPolicy,
    options: {
      purposes: {
        "update-check": {
          payload: {
            kind: "next",
            content: { edition: "free", schedule: { days: [1, 4], note: null } },
          },
        },
      },
    },
  },
  play: async ({ canvas }) => {
    await canvas.findByRole("button", { name: names.showBytes });
    await expect(canvas.getAllByRole("switch")).toHaveLength(1);
  },
};
