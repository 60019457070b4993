import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import {
  type CenterOfProps,
  centreStory,
  everythingIsThere,
  grantInVain,
  isGrant,
  visibly,
} from "../../../test/support/centerStory.tsx";
import { shows } from "../../../test/support/states.ts";
import { outage, ownNetwork } from "../../../test/support/storyOutage.ts";

const meta = {
  title: "Centre",
  ...centreStory,
  play: ({ canvas }) => everythingIsThere(canvas),
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

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
  ...outage("offline"),
  parameters: shows("page:without-state", "error:unreachable"),
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
  globals: ownNetwork,
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
  ...outage("failing"),
  parameters: shows("page:in-doubt", "foreign:gateway"),
  play: async ({ canvas, userEvent }) => {
    await canvas.findByText(/hat ein Gateway geantwortet|A gateway answered/, visibly);
    await userEvent.click(canvas.getByText(/^Für alle, die|^For whoever runs/));
    await canvas.findByText(/HTTP 502$/);
  },
};

/** Look at: a page in the panel's place, and how to sign in again. */
export const SessionOver: Story = {
  parameters: shows("page:without-state", "foreign:session-over"),
  globals: ownNetwork,
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
  globals: ownNetwork,
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
