import type { Meta, StoryObj } from "@storybook/react-vite";
import { expect } from "storybook/test";
import { policyInForce } from "../../../panel/src/referencePolicy.ts";
import {
  createFakePanel,
  type FakePanel,
  people,
  statistics,
} from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

interface CenterOfProps {
  /** The revision in force, which the page knows with all before it. */
  readonly revision: "2026-03-01" | "2026-04-01";
}

function CenterOf({ revision, panel }: CenterOfProps & { readonly panel: FakePanel }) {
  return <PrivacyCenter policy={policyInForce(revision)} fetch={panel.fetch} />;
}

const meta = {
  title: "Centre/Outdated",
  parameters: { isWhole: true },
  args: { revision: "2026-03-01" },
  loaders: [
    ({ args: { revision } }) => {
      const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
      panel.decideAs(people.admin, "server-statistics", "grant");
      panel.revise(policyInForce(revision));
      panel.setPayload("server-statistics", { ...statistics, architecture: "x64" });
      return { panel };
    },
  ],
  render: ({ revision }, { loaded }) => (
    <CenterOf revision={revision} panel={loaded.panel} />
  ),
  play: async ({ canvas }) => {
    const change = await canvas.findByRole("region", {
      name: /seit der Einwilligung geändert|changed since consent/,
    });
    await expect(change).toBeVisible();
    for (const toggle of await canvas.findAllByRole("switch")) {
      await expect(toggle).not.toBeChecked();
    }
  },
} satisfies Meta<CenterOfProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the new item before the switch, which is off; withdrawing is as near as agreeing. */
export const ItemAdded: Story = {};

/** Look at: a spelling fix since then is shown as well, with its old words. */
export const ItemAddedAndSentenceReworded: Story = { args: { revision: "2026-04-01" } };
