import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { shows } from "../../../test/support/states.ts";
import { PanelProblem, PanelUnreachable } from "../../client/errors.ts";
import { type GrantObstacle, grantObstacles } from "../../client/grantObstacle.ts";
import type { Wish } from "../../client/wish.ts";
import type { Decision, DecisionRequest } from "../../contract/decision.ts";
import { decisionStatuses } from "../../contract/index.ts";
import { type PurposeState, suspensions } from "../../contract/purposeState.ts";
import { people } from "../../testing/index.ts";
import { PurposeDecision } from "./PurposeDecision.tsx";

/** One look of the choice. */
interface Look {
  readonly status?: string;
  readonly lock?: PurposeState["activity"]["lock"];
  readonly suspended?: PurposeState["activity"]["suspended"];
  readonly wish?: Wish;
  readonly obstacle?: GrantObstacle;
}

interface LooksProps {
  readonly looks: readonly Look[];
}

const since = "2026-01-15T09:30:00.000Z";

const decision = (status: string): Decision => ({
  status,
  sequence: status === "undecided" ? 0 : 1,
  at: status === "undecided" ? null : since,
  by: status === "undecided" ? null : { id: "admin", name: "Admin" },
  revision: null,
  language: null,
  textDigest: null,
  payloadDigest: null,
  via: null,
  seen: null,
});

const stateOf = ({
  status = "undecided",
  lock = null,
  suspended = null,
}: Look): PurposeState => ({
  decision: decision(status),
  etag: '"0"',
  activity: {
    effective: status === "granted" && lock === null && suspended === null,
    suspended,
    openSends: 0,
    pseudonym: null,
    lastSentAt: null,
    nextAt: null,
    deletions: [],
    lock,
  },
  transport: null,
  resultsUrl: null,
});

const nothing = () => Promise.resolve();

/** Some looks of one choice, side by side. */
function Looks({ looks }: LooksProps) {
  return (
    <div
      style={{
        display: "grid",
        gap: "2rem",
        gridTemplateColumns: "repeat(auto-fit, minmax(min(20rem, 100%), 1fr))",
      }}
    >
      {looks.map((look) => (
        <section
          key={JSON.stringify(look)}
          aria-label={JSON.stringify(look)}
          style={{ containerType: "inline-size" }}
        >
          <PurposeDecision
            label="Serverstatistiken senden"
            heading="Serverstatistiken"
            identification="pseudonym"
            purpose={stateOf(look)}
            viewer={look.obstacle === "not-permitted" ? people.auditor : people.admin}
            deciding={{
              wish: look.wish ?? { kind: "none" },
              answered: undefined,
              done: 0,
              isSettling: false,
              saw: () => {},
              tryNow: () => {},
              decide: nothing,
              withdraw: nothing,
              dismiss: () => {},
            }}
            obstacle={look.obstacle}
            grant={undefined}
            refusal={undefined}
          />
        </section>
      ))}
    </div>
  );
}

const meta = {
  title: "Purpose/Decision",
  component: Looks,
  args: { looks: [] },
  play: async ({ canvas, args: { looks } }) => {
    await expect(canvas.getAllByRole("switch")).toHaveLength(looks.length);
  },
} satisfies Meta<typeof Looks>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: only what was granted is on; each says who and when; no state is guessed. */
export const EveryStatus: Story = {
  parameters: shows(
    ...decisionStatuses.map((status) => `status:${status}` as const),
    "status:unknown",
  ),
  args: { looks: [...decisionStatuses, "paused"].map((status) => ({ status })) },
};

const refusal: DecisionRequest = {
  decision: "refused",
  revision: "2025-07-24",
  language: "de",
  textDigest: "sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:",
};
const grant: DecisionRequest = {
  ...refusal,
  decision: "granted",
  payloadDigest: refusal.textDigest,
};
const unreachable = new PanelUnreachable(new TypeError("Failed to fetch"));

/** Look at: what is on its way stands apart from what the panel has, in words. */
export const EveryWish: Story = {
  parameters: shows(
    "wish:granting",
    "wish:refusing",
    "wish:checking",
    "wish:withdrawing",
    "wish:withdrawing-lost",
    "wish:withdrawing-signed-out",
    "wish:decided-anew",
    "wish:withdrawal-of-another",
    "wish:failed-granted",
    "wish:failed-refused",
    "wish:failed-withdrawn",
  ),
  args: {
    looks: [
      { wish: { kind: "deciding", request: grant, sequence: 0 } },
      { wish: { kind: "deciding", request: refusal, sequence: 0 } },
      { wish: { kind: "checking", request: grant, sequence: 0, error: unreachable } },
      { status: "granted", wish: { kind: "withdrawing", since, goesOn: "always" } },
      {
        status: "granted",
        wish: { kind: "withdrawing", since, goesOn: "always", error: unreachable },
      },
      {
        status: "granted",
        wish: {
          kind: "withdrawing",
          since,
          goesOn: "always",
          error: new PanelProblem("not-signed-in", 401),
        },
      },
      { status: "granted", wish: { kind: "decided-anew", since, why: "decided" } },
      { status: "granted", wish: { kind: "decided-anew", since, why: "restored" } },
      { status: "granted", wish: { kind: "decided-anew", since, why: "not-seen" } },
      { status: "granted", wish: { kind: "withdrawal-of-another", since } },
      { wish: { kind: "failed", of: "granted", error: unreachable } },
      {
        wish: {
          kind: "failed",
          of: "refused",
          error: new PanelProblem("not-permitted", 403),
        },
      },
      {
        status: "granted",
        wish: {
          kind: "failed",
          of: "withdrawn",
          error: new PanelProblem("not-permitted", 403),
        },
      },
    ],
  },
};

/** Look at: each reason why consent cannot be given now has a sentence of its own. */
export const EveryObstacle: Story = {
  parameters: shows(...grantObstacles.map((obstacle) => `obstacle:${obstacle}` as const)),
  args: { looks: grantObstacles.map((obstacle) => ({ obstacle })) },
  play: async ({ canvas }) => {
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).toHaveAttribute("aria-disabled", "true");
    }
  },
};

/** Look at: consent stands and nothing is sent; why, and withdrawing beside the switch. */
export const EverySuspension: Story = {
  parameters: shows(
    ...suspensions.map((suspended) => `suspended:${suspended}` as const),
    "suspended:unknown",
  ),
  args: {
    looks: [...suspensions, "moved-house"].map((suspended) => ({
      status: "granted",
      suspended,
    })),
  },
  play: async ({ canvas }) => {
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
    await expect(
      canvas.getAllByRole("button", { name: /^Widerrufen|^Withdraw/ }),
    ).toHaveLength(suspensions.length + 1);
  },
};

/** Look at: a lock that a later panel may name is said to be one, and read-only. */
export const UnknownLock: Story = {
  parameters: shows("lock:unknown"),
  args: { looks: [{ status: "granted", lock: "weather", obstacle: "locked" }] },
};

/** Look at: a lock over a consent is off, and withdrawing stands beside it, as weighty. */
export const EveryStatusUnderALock: Story = {
  parameters: shows("lock:vendor", "obstacle:locked"),
  args: {
    looks: decisionStatuses.map((status) => ({
      status,
      lock: "vendor",
      obstacle: "locked",
    })),
  },
  play: async ({ canvas }) => {
    for (const toggle of canvas.getAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
  },
};
