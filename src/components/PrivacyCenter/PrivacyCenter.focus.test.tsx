import { act, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import {
  openCentre,
  openOvertakenWithdrawal,
} from "../../../test/support/openCentre.tsx";
import {
  clearPage,
  purpose,
  statusOf,
} from "../../../test/support/throughIntermediary.tsx";
import { statistics } from "../../testing/index.ts";

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
  const { card } = await openOvertakenWithdrawal();
  await userEvent.click(card.button("Keep it as it is"));
  expect(document.activeElement).not.toBe(document.body);
});
