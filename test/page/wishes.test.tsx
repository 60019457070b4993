import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import { createFakePanel, people, statistics } from "../../src/testing/index.ts";
import { announcement, describedBy, isInactive } from "../elements.ts";
import { alertText } from "../support/alerts.ts";
import {
  openCentre,
  openOvertakenWithdrawal,
  withMethod,
} from "../support/openCentre.tsx";
import {
  clearPage,
  granted,
  pass,
  policy,
  purpose,
  statusOf,
} from "../support/throughIntermediary.tsx";

afterEach(clearPage);

test("tells an auditor why the switch is inactive, also at a grant", async () => {
  const { card } = await openCentre({ options: { ...granted, viewer: people.auditor } });
  expect(card.toggle().checked).toBe(true);
  expect(isInactive(card.toggle())).toBe(true);
  expect(
    screen
      .getAllByText(/You can see everything here/)
      .filter((e) => !e.hidden && card.region().contains(e)),
  ).toHaveLength(1);
});

test("does not say of an unanswered grant that it goes on by itself", async () => {
  const { panel, card } = await openCentre();
  panel.fault({
    type: "dropped",
    moment: "request",
    on: withMethod("PUT"),
  });
  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.alertText()).not.toBe(""));
  expect(card.alertText()).not.toContain("keeps trying");
});

test("forgets what was announced in another language", async () => {
  const { view, panel, card } = await openCentre();
  await userEvent.click(card.toggle());
  await waitFor(() => expect(announcement()).toContain("Consent given"));
  view.rerender(<PrivacyCenter policy={policy} language="de" fetch={panel.fetch} />);
  await waitFor(() =>
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Datenschutz"),
  );
  expect(announcement()).not.toContain("Consent given");
});

test("offers to withdraw whatever a status of a later contract may be", async () => {
  const { card } = await openCentre({
    options: {
      purposes: { [purpose]: { status: "granted", decision: { status: "paused" } } },
    },
  });
  expect(card.queryButton("Withdraw and delete the data")).not.toBeNull();
});

test("describes a switch by no obstacle that is not shown", async () => {
  const { panel, card } = await openCentre({ options: granted });
  panel.setPayload(purpose, { ...statistics, services: [] });
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await waitFor(() => expect(card.queryButton("Show the new data")).not.toBeNull());
  expect(describedBy(card.toggle())).toBe("");
  expect(card.region().textContent).not.toContain("before you give consent");
});

test("says of a withdrawal that met 401 that the panel has not got it", async () => {
  const { panel, card } = await openCentre({ options: granted });
  panel.actAs(null);
  await userEvent.click(card.toggle());
  await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
  expect(alertText()).toContain(
    "has not been confirmed. It is sent once the person who withdrew has signed in",
  );
});

test("tries a withdrawal again after a proxy's 502", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card } = await openCentre({ options: granted });
  panel.fault({ type: "status", status: 502, on: withMethod("DELETE") });
  await userEvent.click(card.toggle());
  await pass(30_000);
  expect(card.alertText()).toBe("");
  expect(statusOf(panel)).toBe("withdrawn");
});

test("stays signed out while the network is gone", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel } = await openCentre({ options: granted });
  panel.actAs(null);
  await pass(5_000);
  await waitFor(() => expect(screen.queryAllByRole("switch")).toEqual([]));
  panel.fault({ type: "dropped", moment: "request", times: 1000 });
  await pass(5_000);
  await waitFor(() => expect(document.body.textContent).toContain("does not answer"));
  expect(screen.queryAllByRole("switch")).toEqual([]);
});

test("says that the policy cannot be read", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const panel = createFakePanel({ policy });
  panel.fault({
    type: "problem",
    code: "internal-error",
    on: ({ path }) => path === "/policy",
    times: 1000,
  });
  render(<PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />);
  await screen.findAllByRole("switch");
  await pass(60_000);
  expect(document.body.textContent).toContain(
    "The panel’s privacy policy cannot be read at present",
  );
});

test("asks for nothing more once it has gone from the page", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card, view } = await openCentre({ options: granted });
  panel.fault({
    type: "dropped",
    moment: "request",
    on: withMethod("DELETE"),
    times: 1000,
  });
  await userEvent.click(card.toggle());
  await waitFor(() =>
    expect(panel.requests.some(({ method }) => method === "DELETE")).toBe(true),
  );
  view.unmount();
  const n = panel.requests.length;
  await vi.advanceTimersByTimeAsync(120_000);
  expect(panel.requests.length).toBe(n);
});

test("shows the bytes of a grant whose answer was dropped", async () => {
  const { panel, card } = await openCentre();
  panel.fault({
    type: "dropped",
    moment: "answer",
    on: withMethod("PUT"),
  });
  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.toggle().checked).toBe(true));
  await waitFor(() => expect(card.queryButton("Show the new data")).toBeNull());
  expect(card.alertText()).toBe("");
});

test("sends a withdrawal once the person has signed in again, before any poll failed", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card } = await openCentre({ options: granted });
  panel.actAs(null);
  const poll = panel.fault({
    type: "held",
    moment: "request",
    on: ({ path }) => path === "/purposes",
  });
  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.region().textContent).toContain("You are signed out."));
  panel.actAs(people.admin);
  poll.release();
  await pass(60_000);
  expect(statusOf(panel)).toBe("withdrawn");
});

test("shows what the panel has when somebody decided anew, and asks", async () => {
  const { card } = await openOvertakenWithdrawal();
  expect(card.region().textContent).toContain("A new decision was made");
  expect(card.toggle().checked).toBe(true);
});

test("promises to nobody who is signed out to send what somebody else decided anew", async () => {
  const { panel } = await openOvertakenWithdrawal();
  panel.actAs(null);
  await pass(10_000);
  expect(document.body.textContent).toContain("You are not signed in");
  expect(document.body.textContent).not.toContain("It is sent once");
  expect(document.body.textContent).not.toContain("the withdrawal is sent");
});

test("lets a grant be taken back while its outcome is being read", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card } = await openCentre();
  panel.fault({
    type: "dropped",
    moment: "request",
    on: withMethod("PUT"),
  });
  panel.fault({
    type: "dropped",
    moment: "request",
    on: ({ path }) =>
      path === "/purposes" && panel.requests.some(({ method }) => method === "PUT"),
    times: 1000,
  });
  await userEvent.click(card.toggle());
  panel.setPayload(purpose, { ...statistics, services: [] });
  await pass(6_000);
  await waitFor(() => expect(card.region().textContent).toContain("Try now"));
  expect(card.line()).toBe("Checking whether your decision arrived.");
  expect(isInactive(card.toggle())).toBe(false);
});

test("sends no withdrawal that was kept under a path, which may be another panel's", async () => {
  localStorage.setItem(
    `klartext:withdrawal:/api/privacy:${purpose}`,
    JSON.stringify({ viewer: "admin", etag: '"1"', since: "2026-01-14T09:30:00.000Z" }),
  );
  const { panel, card } = await openCentre({ options: granted });
  await act(async () => {});

  expect(panel.requests.map(({ method }) => method)).not.toContain("DELETE");
  expect(card.toggle().checked).toBe(true);
});

test("keeps a withdrawal that met a redirect, and sends it again", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { panel, card } = await openCentre({ options: granted });
  panel.fault({ type: "status", status: 302, on: withMethod("DELETE") });

  await userEvent.click(card.toggle());
  await waitFor(() => expect(card.region().textContent).toContain("keeps trying"));
  expect(Object.keys(localStorage)).toEqual([
    `klartext:withdrawal:${panel.baseUrl}:${purpose}`,
  ]);
  await pass(2_000);

  expect(statusOf(panel)).toBe("withdrawn");
  expect(localStorage).toHaveLength(0);
});
