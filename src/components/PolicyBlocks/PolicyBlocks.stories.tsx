import type { Meta, StoryObj } from "@storybook/react-vite";
import { buildDocument, liveConfigPolicy } from "../../policy/index.ts";
import { PolicyBlocks } from "./PolicyBlocks.tsx";

const { sections, introduction } = buildDocument(liveConfigPolicy(), "de");

const meta = {
  title: "Policy/Blocks",
  component: PolicyBlocks,
  args: { idPrefix: "story-", blocks: introduction },
} satisfies Meta<typeof PolicyBlocks>;

export default meta;

type Story = StoryObj<typeof meta>;

/** Look at: running text keeps to a readable line. */
export const Paragraphs: Story = {};

/** Look at: a list is a list, with its introduction before it. */
export const List: Story = { args: { blocks: sections[1]?.blocks ?? [] } };
