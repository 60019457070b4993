import type { Meta, StoryObj } from "@storybook/react-vite";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import {
  CenterOf,
  type CenterOfProps,
  everythingIsThere,
  loadPanel,
} from "../../test/support/centerStory.tsx";
import { anatomies } from "./anatomies.ts";
import { MarkedParts } from "./MarkedParts.tsx";
import { marksEveryPart } from "./marksEveryPart.ts";

interface AnatomyProps extends CenterOfProps {
  readonly component: keyof typeof anatomies;
}

const meta = {
  title: "Anatomy",
  parameters: { isWhole: true },
  args: {
    component: "Centre",
    policy: policyInForce("2025-07-24"),
  },
  loaders: [loadPanel],
  render: ({ component, policy }, { loaded }) => (
    <>
      <h1>{component}</h1>
      <MarkedParts anatomy={anatomies[component]}>
        <CenterOf policy={policy} panel={loaded.panel} />
      </MarkedParts>
    </>
  ),
  play: async ({ canvas, canvasElement, args: { component } }) => {
    await everythingIsThere(canvas);
    await marksEveryPart(canvasElement, anatomies[component]);
  },
  afterEach: ({ canvasElement, viewMode }) => {
    if (viewMode === "docs") return;
    canvasElement.querySelector("h1")?.scrollIntoView();
  },
} satisfies Meta<AnatomyProps>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: the parts of the page, with the names that its sheet has for them. */
export const Centre: Story = { args: { component: "Centre" } };

/** Look at: the parts of one purpose's card. */
export const Card: Story = { args: { component: "Card" } };

/** Look at: what stands together where something is decided. */
export const Decision: Story = { args: { component: "Decision" } };

/** Look at: the parts of the switch; its state is a word, too. */
export const Switch: Story = { args: { component: "Switch" } };

/** Look at: the parts of the timeline. */
export const Timeline: Story = { args: { component: "Timeline" } };

/** Look at: the parts of the values that would be sent. */
export const Values: Story = { args: { component: "Values" } };
