import { waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { describedBy } from "../../../test/elements.ts";
import { openCentre } from "../../../test/support/openCentre.tsx";
import { clearPage, purpose } from "../../../test/support/throughIntermediary.tsx";
import type { FakePanelOptions } from "../../testing/index.ts";

afterEach(clearPage);

const sent: FakePanelOptions["purposes"] = {
  [purpose]: { status: "granted", lastSentAt: "2026-01-02T03:14:00.000Z" },
};

/** Opens a centre over a panel that cannot send. */
const open = (purposes: FakePanelOptions["purposes"] = {}) =>
  openCentre({ options: { transport: null, purposes } });

test("consent in a panel that cannot send never looks as if it sent", async () => {
  const { card } = await open();
  const lines: string[] = [];
  const observer = new MutationObserver(() => lines.push(card.line()));
  observer.observe(card.region(), {
    childList: true,
    subtree: true,
    characterData: true,
  });

  await userEvent.click(card.toggle());
  await waitFor(() =>
    expect(card.line()).toMatch(
      /^By Admin on .+ Nothing is sent: sending is not set up in this panel\.$/,
    ),
  );
  observer.disconnect();

  expect(lines.filter((line) => /Reports (are|may be) sent/.test(line))).toEqual([]);
  expect(within(card.region()).queryByText("What will be sent next")).toBeNull();
  expect(within(card.region()).queryByText(/^This will be sent next\./)).toBeNull();
});

test("turning it off promises no deletion that nobody would ask for", async () => {
  const { card } = await open(sent);

  expect(card.region().textContent).toContain("Turning it off withdraws consent.");
  expect(card.region().textContent).not.toContain("deletes the data");
  expect(describedBy(card.toggle())).toBe("");
});

test("a withdrawal is followed by no deletion that is in progress", async () => {
  const { card } = await open(sent);

  await userEvent.click(card.toggle());

  await waitFor(() => expect(card.chip()).toBe("Deletion not confirmed"));
  await waitFor(() =>
    expect(card.line()).toContain("sending is not set up in this panel"),
  );
});

test("consent that is outdated is withdrawn by a button that promises no deletion", async () => {
  const { card } = await open({ [purpose]: { status: "outdated" } });

  expect(card.button("Withdraw")).toBeDefined();
});
