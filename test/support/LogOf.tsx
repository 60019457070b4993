import type { Meta, StoryObj } from "@storybook/react-vite";
import type { screen } from "storybook/test";
import { TransmissionLog } from "../../src/components/TransmissionLog/TransmissionLog.tsx";
import { usePrivacy } from "../../src/hooks/PrivacyContext.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  type KeptTransmission,
} from "../../src/testing/index.ts";
import { attempt } from "../fixtures/transmissions.ts";
import { OverPanel } from "./OverPanel.tsx";

const policy = liveConfigPolicy();

const statisticsPurpose = "server-statistics";

export interface LogOfProps {
  /** Newest first. */
  readonly transmissions: readonly KeptTransmission[];
  readonly purpose?: string | undefined;
  /** How wide there is room. */
  readonly width?: string | undefined;
  /** What the panel tells otherwise. */
  readonly rewrite?: NonNullable<FakePanelOptions["rewrite"]>;
  /** Brings the panel into the state that the story shows. */
  readonly prepare?: (panel: FakePanel) => unknown;
}

/** The log of the statistics over a panel in memory, in the language of the story. */
export function LogOf({
  panel,
  purpose = statisticsPurpose,
  width,
}: Pick<LogOfProps, "purpose" | "width"> & { readonly panel: FakePanel }) {
  const { language } = usePrivacy();
  const heading = policy.texts[language].activities[purpose]?.heading ?? purpose;
  return (
    <OverPanel panel={panel} policy={policy} language={language}>
      <div style={{ inlineSize: width }}>
        <TransmissionLog
          purpose={purpose}
          heading={heading}
          isOpen
          headingLevel={3}
          now={new Date("2026-01-15T10:00:00Z")}
        />
      </div>
    </OverPanel>
  );
}

export const withoutAnswer = { status: null, nextAttemptAt: "2026-01-15T10:30:00.000Z" };

/** What the stories of a log share. */
export const logStory = {
  args: { transmissions: [attempt(1)] },
  loaders: [
    ({ args: { transmissions, rewrite, prepare } }) => {
      const panel = createFakePanel({
        policy,
        transmissions,
        ...(rewrite && { rewrite }),
      });
      prepare?.(panel);
      return { panel };
    },
  ],
  render: ({ purpose, width }, { loaded }) => (
    <LogOf panel={loaded.panel} {...{ purpose, width }} />
  ),
  play: async ({ canvas }) => {
    await canvas.findAllByRole("rowheader");
  },
} satisfies Meta<LogOfProps>;

/** The names of the rows that are on the screen. */
export const rows = (canvas: { queryAllByRole: typeof screen.queryAllByRole }) =>
  canvas.queryAllByRole("rowheader");

/** Opens the newest entry. */
export const openFirst: NonNullable<StoryObj<LogOfProps>["play"]> = async ({
  canvas,
  userEvent,
}) => {
  const [button] = await canvas.findAllByRole("button", {
    name: /^(Einzelheiten|Details) ?: /,
  });
  if (!button) throw new Error("There is no entry.");
  await userEvent.click(button);
};
