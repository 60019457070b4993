import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { settledCard } from "../../../test/elements.ts";
import { loadParts } from "../../../test/support/loadParts.ts";
import { recordAnnouncements } from "../../../test/support/recordAnnouncements.ts";
import { policyInForce } from "../../policy/demo/referencePolicy.ts";
import {
  createFakePanel,
  type FakePanelOptions,
  people,
  statistics,
} from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");
const lastSentAt = "2026-01-10T09:30:00.000Z";
const granted = { purposes: { [purpose]: { status: "granted", lastSentAt } } } as const;
const isWrite = ({ method }: { readonly method: string }) => method === "PUT";

/** Digests are computed beside the script, in a time that no clock of the test gives. */
const realTimeout = globalThis.setTimeout;
const digestsDone = () => new Promise((resolve) => realTimeout(resolve, 10));

async function open(options: FakePanelOptions = {}) {
  vi.stubEnv("TZ", "UTC");
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const panel = createFakePanel({ policy, ...options });
  const record = recordAnnouncements();
  const view = render(
    <PrivacyCenter policy={policy} language="en" fetch={panel.fetch} />,
  );
  const card = await settledCard();
  /** What was said until nothing more comes, without the times. */
  const said = async (ms = 12_000) => {
    for (let passed = 0; passed < ms; passed += 2_000) {
      await act(async () => {
        await vi.advanceTimersByTimeAsync(2_000);
        await digestsDone();
      });
    }
    return record
      .take()
      .map((one) => one.replaceAll(/\d+ \w+ \d{4}, \d\d:\d\d( UTC)?/g, "TIME"));
  };
  expect(await said()).toEqual([]);
  return { panel, view, card, said };
}

// The clock runs ahead of what is loaded, and what is announced comes when it comes.
beforeAll(async () => {
  await loadParts();
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
});

afterEach(() => {
  vi.useRealTimers();
  cleanup();
  localStorage.clear();
});

test("a grant is said on its way, and once it is confirmed", async () => {
  const { card, said } = await open();
  await userEvent.click(card.toggle());
  expect(await said()).toEqual([
    "Server statistics: Being given. The consent applies once the panel confirms it.",
    "Server statistics: Consent given. By Admin on TIME. Reports are sent monthly.",
  ]);
});

test("a refusal is said on its way, and once it is confirmed", async () => {
  const { card, said } = await open();
  await userEvent.click(card.button("No, do not send"));
  expect(await said()).toEqual([
    "Server statistics: Being refused. Sending the refusal…",
    "Server statistics: Refused. By Admin on TIME. Nothing is sent.",
  ]);
});

test("a withdrawal and its deletion are each said once", async () => {
  const { panel, card, said } = await open(granted);
  await userEvent.click(card.toggle());
  expect(await said()).toEqual([
    "Server statistics: Being withdrawn. The withdrawal is on its way. Until then, reports may still be sent.",
    "Server statistics: Deletion in progress. By Admin on TIME. No more reports are sent.",
  ]);
  panel.deletion(purpose, { state: "confirmed", deleted: 3 });
  expect(await said()).toEqual([
    "Server statistics: Deletion confirmed. By Admin on TIME. No more reports are sent.",
  ]);
});

test("a failed write is said once, and not that all is as it was", async () => {
  const { panel, card, said } = await open();
  panel.fault({ type: "problem", code: "internal-error", on: isWrite });
  await userEvent.click(card.toggle());
  expect(await said()).toEqual([
    "Server statistics: Being given. The consent applies once the panel confirms it.",
    "Server statistics: Being checked. Checking whether your decision arrived.",
    "Server statistics: An error occurred in the panel. Try again later.",
  ]);
});

test("a panel that is lost and comes back is said once each", async () => {
  const { panel, said } = await open();
  const down = panel.fault({
    type: "dropped",
    moment: "request",
    times: Number.POSITIVE_INFINITY,
  });
  expect(await said(60_000)).toEqual([
    "The panel does not answer. This page keeps trying. Last known state: TIME.",
  ]);
  down.remove();
  expect(await said(60_000)).toEqual(["The panel answers again."]);
});

test("what was said of the past is no longer there for who reads the page later", async () => {
  const { panel, said } = await open();
  const down = panel.fault({ ...{ type: "dropped", moment: "request" }, times: 1_000 });
  await said(20_000);
  down.remove();

  await said(80_000);

  const region = document.querySelector("[data-kt=announcements]");
  expect(region?.textContent).toBe("");
});

test("a sign-in that is lost and comes back is said once each", async () => {
  const { panel, said } = await open();
  panel.actAs(null);
  expect(await said(30_000)).toEqual(["You are not signed in. Sign in to the panel."]);
  panel.actAs(people.admin2);
  expect(await said(60_000)).toEqual(["Signed in as Admin 2."]);
});

test("newer data are said once", async () => {
  const { panel, said } = await open();
  panel.setPayload(purpose, { ...statistics, services: [] });
  expect(await said(30_000)).toEqual(["Server statistics: The data has changed."]);
});

test("another language says nothing anew", async () => {
  const { panel, view, card, said } = await open();
  panel.fault({ type: "problem", code: "internal-error", on: isWrite });
  await userEvent.click(card.toggle());
  await said();
  view.rerender(<PrivacyCenter policy={policy} language="de" fetch={panel.fetch} />);
  await waitFor(() =>
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Datenschutz"),
  );
  expect(await said()).toEqual([]);
});
