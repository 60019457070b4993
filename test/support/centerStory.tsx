import type { Meta, StoryContext, StoryObj } from "@storybook/react-vite";
import { expect, waitFor } from "storybook/test";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/index.ts";
import type { ProblemCode } from "../../src/contract/problem.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import type { Policy } from "../../src/policy/index.ts";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  type Fault,
} from "../../src/testing/index.ts";
import { alertText } from "./alerts.ts";
import { useStoryFetch } from "./useStoryFetch.ts";

export interface CenterOfProps {
  /** The newest revision that the page knows. */
  readonly policy: Policy;
  /** How the panel begins; its policy is the page's. */
  readonly options?: FakePanelOptions;
  /** Brings the panel into the state that the story shows. */
  readonly prepare?: (panel: FakePanel) => unknown;
  /** What the panel answers to a grant. */
  readonly answerToGrant?: ProblemCode;
}

type Play = NonNullable<StoryObj<CenterOfProps>["play"]>;
export type Canvas = Parameters<Play>[0]["canvas"];

/**
 * A centre over the panel in memory that the story's loader has made. It keeps the first: the
 * loader makes another whenever the theme or the language changes.
 */
export function CenterOf({ policy, panel }: { policy: Policy; panel: FakePanel }) {
  return <PrivacyCenter policy={policy} fetch={useStoryFetch(panel)} />;
}

export const isGrant: NonNullable<Fault["on"]> = ({ method }) => method === "PUT";
export const isWithdrawal: NonNullable<Fault["on"]> = ({ method }) => method === "DELETE";

/** The loader of such stories: a panel of its own for each, and no wish of another. */
export function loadPanel({ args }: { readonly args: CenterOfProps }) {
  const { policy, options, prepare, answerToGrant } = args;
  localStorage.clear();
  sessionStorage.clear();
  const panel = createFakePanel({ policy, ...options });
  prepare?.(panel);
  if (answerToGrant) panel.fault({ type: "problem", code: answerToGrant, on: isGrant });
  return { panel };
}

/**
 * Brings the card of the statistics to the top, which such stories are of; one that is of the
 * page stays where that begins.
 */
export function showCard({
  canvasElement,
  parameters,
  viewMode,
}: Pick<StoryContext, "canvasElement" | "parameters" | "viewMode">): void {
  const states: readonly string[] = parameters.states ?? [];
  if (viewMode === "docs" || states.some((state) => state.startsWith("page:"))) return;
  const [, card] = canvasElement.querySelectorAll("[data-kt=purpose]");
  card?.scrollIntoView();
}

/** What the stories of a whole centre share. */
export const centreStory = {
  parameters: { isWhole: true },
  args: { policy: policyInForce("2025-07-24") },
  loaders: [loadPanel],
  render: ({ policy }, { loaded }) => <CenterOf policy={policy} panel={loaded.panel} />,
  afterEach: showCard,
} satisfies Meta<CenterOfProps>;

/** What can be seen, without what is announced and what describes a control. */
export const visibly = { ignore: "script, style, [data-kt=announcements] *, [hidden]" };

export const names = {
  toggle: /Serverstatistiken senden|Send server statistics/,
  bytes: /^Die Bytes: |^The bytes: /,
  showBytes: /Bytes ansehen$|^Show exactly/,
  refuse: /Nein, nicht senden|No, do not send/,
  withdraw: /^Widerrufen und Daten löschen$|^Withdraw and delete the data$/,
  newer: /Neue Daten ansehen|Show the new data/,
  way: /^Wohin und wie ?: Server|^Where and how ?: Server/,
};

/** Waits for both switches, both payloads, and the comparison of the texts. */
export async function everythingIsThere(canvas: Canvas): Promise<void> {
  await waitFor(async () => {
    const toggles = canvas.getAllByRole("switch");
    await expect(toggles).toHaveLength(2);
    await expect(canvas.getAllByRole("button", { name: names.showBytes })).toHaveLength(
      2,
    );
    for (const toggle of toggles) await expect(isBeingRead(toggle)).toBe(false);
  });
}

/** Whether a switch waits for the comparison: it is inactive, and nothing is said of it. */
export function isBeingRead(toggle: HTMLElement): boolean {
  const reason = document.getElementById(toggle.getAttribute("aria-describedby") ?? "");
  return toggle.ariaDisabled === "true" && (reason?.textContent ?? "") === "";
}

/** Opens the bytes of both purposes. */
export const openBytes: Play = async ({ canvas, userEvent }) => {
  await everythingIsThere(canvas);
  for (const button of canvas.getAllByRole("button", { name: names.showBytes })) {
    await userEvent.click(button);
  }
};

export const findToggle = (canvas: Canvas) =>
  canvas.findByRole("switch", { name: names.toggle });

/** Turns the switch of the statistics, once everything is there. */
export const turn: Play = async ({ canvas, userEvent }) => {
  await everythingIsThere(canvas);
  await userEvent.click(await findToggle(canvas));
};

/** Grants, and reads why that came to nothing. */
export const grantInVain: Play = async (context) => {
  await turn(context);
  const { canvas } = context;
  await waitFor(() => expect(alertText()).not.toBe(""));
  await expect(await findToggle(canvas)).not.toBeChecked();
};
