import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { vi } from "vitest";
import {
  PrivacyCenter,
  type PrivacyCenterProps,
} from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import {
  createFakePanel,
  type FakePanel,
  type FakePanelOptions,
  type Fault,
  people,
} from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";
import { granted, pass, policy, purpose } from "./throughIntermediary.tsx";

export interface OpenedCentre {
  readonly options?: FakePanelOptions;
  readonly props?: Partial<PrivacyCenterProps>;
  /** Brings the panel into a state before the centre reads it. */
  readonly prepare?: (panel: FakePanel) => void;
}

/** Opens a centre straight over a panel in memory, and waits for the statistics to be there. */
export async function openCentre({ options, props, prepare }: OpenedCentre = {}) {
  const panel = createFakePanel({ policy, ...options });
  prepare?.(panel);
  const view = render(
    <PrivacyCenter policy={policy} language="en" fetch={panel.fetch} {...props} />,
  );
  return { panel, view, card: await settledCard() };
}

/** A withdrawal that does not arrive before somebody else has granted anew; the clock is held. */
export async function openOvertakenWithdrawal() {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const opened = await openCentre({ options: granted });
  const { panel, card } = opened;
  panel.fault({ type: "dropped", moment: "request", on: withMethod("DELETE") });
  await userEvent.click(card.toggle());
  panel.decideAs(people.admin2, purpose, "grant");
  await pass(30_000);
  return opened;
}

/** For a fault that meets the requests with this method alone. */
export function withMethod(method: string): NonNullable<Fault["on"]> {
  return (request) => request.method === method;
}

/** The requests with this method that a panel got, in order. */
export function requestsWith({ requests }: FakePanel, method: string) {
  return requests.filter((request) => request.method === method);
}

/** Tells whether a switch was ever on from here, even between two renderings. */
export function watchForOn(toggle: () => HTMLInputElement): () => boolean {
  let wasOn = false;
  const observer = new MutationObserver(() => {
    wasOn ||= toggle().checked;
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
  });
  return () => {
    observer.disconnect();
    return wasOn;
  };
}
