import { act, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import type { DecisionRecord } from "../../src/contract/decisionRecord.ts";
import { liveConfigPolicy } from "../../src/policy/index.ts";
import { createFakePanel, type FakePanel } from "../../src/testing/index.ts";
import { settledCard } from "../elements.ts";
import { loadParts } from "../support/loadParts.ts";
import { savedFile } from "../support/savedFile.ts";

const policy = liveConfigPolicy();
const lists = ["Sent: Server statistics", "History: Server statistics"];

// A minute of polling is much work for a busy machine.
vi.setConfig({ testTimeout: 30_000 });

// The clock runs ahead of what is loaded.
beforeAll(loadParts);

beforeEach(
  () =>
    void vi.useFakeTimers({
      shouldAdvanceTime: true,
      now: new Date("2026-01-15T09:30:00Z"),
    }),
);
afterEach(() => vi.useRealTimers());

type Answer = (url: URL) => Response | undefined;

/** Opens a centre and counts what it asks; `answer` may answer in the panel's place. */
function show(panel: FakePanel, answer: Answer = () => undefined) {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = new URL(String(input));
    // Each poll has a URL of its own.
    url.searchParams.delete("fresh");
    asked.push(url.pathname.slice("/api/privacy".length) + url.search);
    return answer(url) ?? panel.fetch(input, init);
  };
  render(<PrivacyCenter policy={policy} language="en" fetch={fetch} />);
  return asked;
}

/** What the page shows, beside what it announces. */
const shownTexts = (text: RegExp) =>
  screen.queryAllByText(text, { ignore: "[data-kt=announcements] *" });

const pass = (ms: number) =>
  act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

const failing = (url: URL, headers: Record<string, string> = {}) =>
  url.pathname.endsWith("/purposes")
    ? undefined
    : Response.json(
        { type: "urn:klartext:problem:internal-error", title: "", status: 500 },
        {
          status: 500,
          headers: { "Content-Type": "application/problem+json", ...headers },
        },
      );

/** Unfolds what the cards hold. */
async function open(...names: readonly string[]) {
  for (const name of names) {
    const fold = await screen.findByRole("button", { name, expanded: false });
    await act(async () => fold.click());
  }
}

async function openExport() {
  const summary = await screen.findByText("Export for data protection officers", {
    selector: "summary",
  });
  await act(async () => summary.click());
}

/** A panel with `count` decisions, newest first, every one on another purpose. */
function withHistory(count: number): FakePanel {
  const decisions = Array.from({ length: count }, (_, index) => ({
    ...outdated,
    id: `00000000-0000-4000-9000-${String(count - index).padStart(12, "0")}`,
  }));
  return createFakePanel({ policy, decisions });
}

const outdated: DecisionRecord = {
  id: "",
  purpose: "crash-reports",
  event: "outdated",
  at: "2026-01-15T09:30:00.000Z",
  by: null,
  revision: "2025-07-24",
  language: null,
  textDigest: null,
  textKnown: null,
  payloadDigest: null,
  payload: "none",
  via: null,
  seen: null,
  receipt: null,
  number: null,
  head: null,
};

test("asks a panel that fails 30 times a minute at the most", async () => {
  const asked = show(createFakePanel({ policy }), (url) => failing(url));
  await open(...lists);

  await pass(60_000);

  expect(asked.filter((path) => path !== "/purposes").length).toBeGreaterThan(5);
  expect(asked.length).toBeLessThanOrEqual(30);
});

test("reads lists anew every few seconds at the most, however often the store changes", async () => {
  const panel = createFakePanel({ policy });
  let counter = 0;
  const asked = show(panel, (url) => {
    if (!url.pathname.endsWith("/purposes")) return undefined;
    panel.sent(
      "crash-reports",
      `2026-01-15T09:${String(counter++ % 60).padStart(2, "0")}:00Z`,
    );
    return undefined;
  });
  await open(...lists);

  await pass(60_000);

  const ofHistory = asked.filter((path) => path === "/decisions").length;
  expect(ofHistory).toBeGreaterThan(3);
  expect(ofHistory).toBeLessThanOrEqual(14);
});

test("reads anew what would be sent as soon as the panel says that a report has left", async () => {
  const purpose = "server-statistics";
  const due = { status: "granted", nextAt: "2026-01-15T09:00:00Z" } as const;
  const panel = createFakePanel({ policy, purposes: { [purpose]: due } });
  const asked = show(panel);
  await pass(3_500);
  const before = asked.length;

  panel.sent(purpose, "2026-01-15T09:30:03Z");
  await pass(1_000);

  expect(asked.slice(before)).toEqual(["/purposes", `/purposes/${purpose}/payload`]);
});

test.each([
  ["in seconds", "240"],
  ["as a date", "Thu, 15 Jan 2026 09:34:00 GMT"],
])("waits for as long as a panel asks it to, %s", async (_name, value) => {
  const asked = show(createFakePanel({ policy }), (url) =>
    failing(url, { "Retry-After": value }),
  );
  const others = () => asked.filter((path) => path === "/policy").length;
  await pass(100);
  expect(others()).toBe(1);

  await pass(230_000);
  act(() => void window.dispatchEvent(new Event("visibilitychange")));
  await pass(0);
  expect(others()).toBe(1);

  await pass(20_000);
  expect(others()).toBe(2);
});

test("asks soon again once a panel that failed has answered", async () => {
  let fails = true;
  const asked = show(createFakePanel({ policy }), (url) =>
    fails ? failing(url) : undefined,
  );
  await pass(40_000);
  fails = false;
  await pass(60_000);
  const before = asked.length;

  await pass(20_000);

  expect(asked.slice(before).filter((path) => path === "/policy")).toHaveLength(4);
});

test("asks a panel with 5,000 entries once a second at the most", async () => {
  const panel = withHistory(5_000);
  const asked = show(panel);
  await settledCard();
  await open(...lists);
  await screen.findByText(/Looked through 300 entries/);
  const before = asked.length;

  await pass(60_000);

  expect(asked.length - before).toBeLessThanOrEqual(60);
  expect(asked.slice(before).filter((path) => path.includes("after="))).toEqual([]);
});

test("looks through entries of other purposes a few pages at a time, and says so", async () => {
  const asked = show(withHistory(500));
  await settledCard();
  await open(lists[1] ?? "");
  const pages = () => asked.filter((path) => path.startsWith("/decisions"));
  await screen.findByText(/Looked through 300 entries/);
  expect(pages()).toHaveLength(6);

  await act(async () => screen.getByRole("button", { name: "Older entries" }).click());

  await screen.findByText("Nothing decided yet.");
  expect(pages()).toHaveLength(10);
});

const repeating: readonly (readonly [string, (after: string | null) => string])[] = [
  ["the same again", () => "a"],
  ["one of two in turn", (after) => (after === "a" ? "b" : "a")],
  ["always another one, and nothing behind it", (after) => `${after ?? ""}x`],
];

test.each(repeating)("ends at a cursor that is %s, and says so", async (_name, next) => {
  const page = withHistory(50);
  const asked = show(page, (url) => {
    if (!/\/(decisions|transmissions)$/.test(url.pathname)) return undefined;
    const entries = url.pathname.endsWith("decisions") ? page.state().history : [];
    return Response.json({ entries, next: next(url.searchParams.get("after")) });
  });
  await settledCard();

  await open(...lists);

  await waitFor(() =>
    expect(shownTexts(/keeps returning the same part of this list/)).toHaveLength(2),
  );
  await pass(60_000);
  expect(asked.filter((path) => path.includes("after=")).length).toBeLessThanOrEqual(6);
});

test.each(repeating)("makes no export of a cursor that is %s", async (_name, next) => {
  const page = withHistory(50);
  const asked = show(page, (url) => {
    if (!url.pathname.endsWith("/decisions")) return undefined;
    const entries = page.state().history;
    return Response.json({ entries, next: next(url.searchParams.get("after")) });
  });
  const file = savedFile();
  await openExport();
  const button = await screen.findByRole("button", { name: "Save as JSON file" });

  await act(async () => button.click());

  await waitFor(() => expect(shownTexts(/Nothing was saved: the file/)).toHaveLength(1));
  expect(file.name()).toBe("");
  expect(asked.filter((path) => path.includes("after=")).length).toBeLessThanOrEqual(3);
});

test("exports one request after the other, and stops when told to", async () => {
  const panel = withHistory(500);
  const isThird = ({ url }: { readonly url: URL }) => url.search === "?after=401";
  const held = panel.fault({ type: "held", moment: "answer", on: isThird });
  const asked = show(panel);
  const pages = () => asked.filter((path) => path.startsWith("/decisions"));
  await openExport();
  const button = await screen.findByRole("button", { name: "Save as JSON file" });
  await act(async () => button.click());
  await screen.findByText(/^13 of \d+ read$/);
  expect(pages()).toHaveLength(3);

  await act(async () => screen.getByRole("button", { name: "Stop" }).click());
  held.release();
  await pass(5_000);

  expect(pages()).toHaveLength(3);
  expect(screen.getAllByText("Stopped. Nothing was saved.")).toHaveLength(2);
  expect(document.activeElement).toBe(button);
});
