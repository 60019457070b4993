import type { Meta, StoryObj } from "@storybook/react-vite";
import { useMemo } from "react";
import { expect } from "storybook/test";
import { crash, payloadAnswer, statistics } from "../../../test/fixtures/payloads.ts";
import { PayloadOf } from "../../../test/support/PayloadOf.tsx";
import { shows } from "../../../test/support/states.ts";
import { type Json, readPayload } from "../../payload/index.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import { consentActivity } from "../../policy/policy.ts";
import { PayloadComparison } from "./PayloadComparison.tsx";

const policy = policyInForce("2025-07-24");

interface ComparisonOfProps {
  readonly activity: "server-statistics" | "crash-reports";
  readonly before: Json | string;
  readonly after: Json | string;
}

/** What changed in the payload of one activity of the built-in policy. */
function ComparisonOf({ activity: id, before, after }: ComparisonOfProps) {
  const schema = consentActivity(policy, id)?.schema;
  if (!schema) throw new Error(`There is no activity ${id}.`);
  const payload = useMemo(() => payloadAnswer(after), [after]);
  const [was, is] = useMemo(
    () =>
      [before, after].map((content) => ({
        reading: readPayload(payloadAnswer(content).bytes, schema),
        schema,
      })),
    [before, after, schema],
  );
  if (!was || !is) return null;
  return (
    <PayloadOf policy={policy} purpose={id} payload={payload}>
      <PayloadComparison title="2026-11-22" before={was} after={is} headingLevel={2} />
    </PayloadOf>
  );
}

const meta = {
  title: "Payload/Changes",
  component: ComparisonOf,
  args: {
    activity: "server-statistics",
    before: statistics,
    after: {
      ...statistics,
      services: [
        ...statistics.services.map((service) =>
          service.name === "nginx" ? { ...service, version: "1.24.0" } : service,
        ),
        { name: "redis", version: "7.0.15" },
        { name: "varnish", version: "7.1.1" },
      ],
    },
  },
} satisfies Meta<typeof ComparisonOf>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: what came and what changed, counted and named, in words and in both bytes. */
export const Services: Story = {
  parameters: shows("comparison:changed"),
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/^2 (neu|new), 1 (geändert|changed)$/)).toBeVisible();
    await expect(canvas.getByText(/^nginx: .* → 1\.24\.0$/)).toBeVisible();
    await expect(canvas.getByText(/^(neu|new): redis 7\.0\.15$/)).toBeVisible();
  },
};

/** Look at: the same bytes are told to be the same. */
export const Same: Story = {
  parameters: shows("comparison:same"),
  args: { after: statistics },
};

/** Look at: the same values, written otherwise, are told so. */
export const WrittenOtherwise: Story = {
  parameters: shows("comparison:sameValues"),
  args: { after: JSON.stringify(statistics) },
};

/** Look at: what cannot be read cannot be compared, and the page says so. */
export const NotReadable: Story = {
  parameters: shows("comparison:notReadable"),
  args: { before: "{" },
};

/** Look at: a value that no sentence discloses stands under its own name. */
export const Undisclosed: Story = { args: { after: { ...statistics, hostname: "a" } } };

/** Look at: another crash, with names for what numbers mean. */
export const Crash: Story = {
  args: {
    activity: "crash-reports",
    before: crash,
    after: {
      ...crash,
      stackTrace: {
        process: "server",
        signal: 11,
        addresses: crash.stackTrace.addresses.slice(0, 1),
      },
    },
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByText(/6 – SIGABRT → 11 – SIGSEGV/)).toBeVisible();
  },
};
