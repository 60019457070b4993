import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import type { Policy } from "../../policy/index.ts";
import { createFakePanel, people, statistics } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";
const newer = policyInForce("2026-03-01");
const title = /^What has changed since consent was given/;

/** Opens a centre over a panel on which a material revision outdated a grant. */
async function open(known: Policy = newer) {
  const panel = createFakePanel({ policy: policyInForce("2025-07-24") });
  panel.decideAs(people.admin, purpose, "grant");
  panel.revise(newer);
  panel.setPayload(purpose, { ...statistics, architecture: "x64" });
  render(<PrivacyCenter policy={known} language="en" fetch={panel.fetch} />);
  return { panel, card: await settledCard() };
}

afterEach(() => {
  cleanup();
  localStorage.clear();
});

test("the line says before the switch that the policy changed, and the card shows what", async () => {
  const { card } = await open();
  const change = within(card.region()).getByRole("region", { name: title });
  const isBefore = (one: Node, other: Node) =>
    (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

  const line = within(card.region()).getByText("The privacy policy has changed.");
  expect(isBefore(line, card.toggle())).toBe(true);
  expect(change.textContent).toContain("Processor architecture");
  expect(isBefore(change, card.bytes())).toBe(true);
  expect(change.closest("details, .kt-fold__panel")).toBeNull();
  expect(card.toggle().checked).toBe(false);
});

test("only what concerns the purpose is shown, and only where consent is outdated", async () => {
  const { card } = await open();
  const change = within(card.region()).getByRole("region", { name: title });

  expect(change.textContent).not.toMatch(/1 March 2026|Status/);
  expect(screen.getAllByRole("region", { name: title })).toHaveLength(1);
});

test("it is gone once consent is given to the revision in force", async () => {
  const { card } = await open();

  await userEvent.click(card.toggle());

  await waitFor(() => expect(card.toggle().checked).toBe(true));
  expect(screen.queryByRole("region", { name: title })).toBeNull();
});

test("a page that does not know the earlier revision claims nothing about it", async () => {
  const { previous: _unknown, ...alone } = newer;
  const { card } = await open(alone);

  expect(screen.queryByRole("region", { name: title })).toBeNull();
  expect(card.region().textContent).toContain("The privacy policy has changed");
});

test("the history tells that the consent no longer applies", async () => {
  const { card } = await open();

  await userEvent.click(
    within(card.region()).getByRole("button", { name: /^History: / }),
  );

  const entries = await within(card.region()).findAllByText(
    /^Consent no longer applies: /,
  );
  expect(entries).toHaveLength(1);
});
