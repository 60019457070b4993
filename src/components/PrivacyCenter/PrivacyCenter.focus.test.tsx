import { act, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { openCentre, withMethod } from "../../../test/support/openCentre.tsx";
import {
  clearPage,
  granted,
  pass,
  purpose,
  statusOf,
} from "../../../test/support/throughIntermediary.tsx";
import { people, statistics } from "../../testing/index.ts";

afterEach(clearPage);

test("keeps the focus after withdrawing by the button", async () => {
  const { panel, card } = await openCentre({
    options: { purposes: { [purpose]: { status: "outdated" } } },
  });
  await userEvent.click(card.button("Withdraw and delete the data"));
  await waitFor(() => expect(statusOf(panel)).toBe("withdrawn"));
  expect(document.activeElement).not.toBe(document.body);
});

test("keeps the focus after refusing", async () => {
  const { card } = await openCentre();
  await userEvent.click(card.button("No, do not send"));
  await waitFor(() => expect(card.queryButton("No, do not send")).toBeNull());
  expect(document.activeElement).not.toBe(document.body);
});

test("keeps the focus after showing the new data", async () => {
  const { panel, card } = await openCentre();
  panel.setPayload(purpose, { ...statistics, services: [] });
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await waitFor(() => expect(card.queryButton("Show the new data")).not.toBeNull());
  await userEvent.click(card.button("Show the new data"));
  expect(document.activeElement).not.toBe(document.body);
});

test("keeps the focus after leaving it so", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card } = await openCentre({ options: granted });
  panel.fault({
    type: "dropped",
    moment: "request",
    on: withMethod("DELETE"),
  });
  await userEvent.click(card.toggle());
  panel.decideAs(people.admin2, purpose, "grant");
  await pass(30_000);
  await userEvent.click(card.button("Keep it as it is"));
  expect(document.activeElement).not.toBe(document.body);
});
