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

test("what changed stands before the switch, and nothing is chosen", async () => {
  const { card } = await open();
  const change = within(card.region()).getByRole("region", { name: title });
  const order = change.compareDocumentPosition(card.toggle());

  expect(change.textContent).toContain("Processor architecture");
  expect(order & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
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
