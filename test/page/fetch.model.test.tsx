import { act, cleanup, fireEvent, render } from "@testing-library/react";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import en from "../../locales/en/interface.json" with { type: "json" };
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { createFakePanel, people } from "../../src/testing/index.ts";
import { alertText } from "../support/alerts.ts";
import { type Broken, breakUp, broken } from "../support/brokenAnswers.ts";
import { readStatus } from "../support/readStatus.ts";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");

/** What would be said of the panel, or of what lies before it; nothing is wrong with either. */
const untrue = [
  en.problem.unreachable,
  en.problem["outside-contract"],
  en.problem.contradiction,
  en.payload.pseudonym.placeholder,
  ...Object.values(en.foreign).map((sentence) => sentence.split(" {{")[0]),
];

interface Course {
  readonly broken: readonly Broken[];
  /** How many requests go well before. */
  readonly from: number;
  readonly before: "undecided" | "grant" | "refuse";
  readonly meanwhile: "grant" | "refuse" | "withdraw" | "nothing";
}

const course: fc.Arbitrary<Course> = fc.record({
  broken: fc.array(broken, { minLength: 1, maxLength: 2 }),
  from: fc.nat({ max: 12 }),
  before: fc.constantFrom("undecided", "grant", "refuse"),
  meanwhile: fc.constantFrom("grant", "refuse", "withdraw", "nothing"),
});

/** What was decided meanwhile is in the bytes before it is in the state, every second time. */
const bytesBeforeState: Course = {
  broken: [{ part: "status", value: [] }],
  ...{ from: 5, before: "undecided", meanwhile: "withdraw" },
};

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

async function live({ broken, from, before, meanwhile }: Course): Promise<void> {
  const panel = createFakePanel({ policy });
  if (before !== "undecided") panel.decideAs(people.admin, purpose, before);
  const had: PurposeState[] = [];
  const note = () => had.push(...[panel.state().purposes[purpose] ?? []].flat());
  let asked = 0;
  let isBroken = true;
  const fetch = async (...request: Parameters<typeof globalThis.fetch>) => {
    const answer = await panel.fetch(...request);
    note();
    asked += 1;
    if (!isBroken || asked <= from) return answer;
    return breakUp(answer, broken);
  };
  const card = () => document.querySelectorAll("[data-kt=purpose]")[1];
  const check = () => {
    note();
    const said = card() ? readStatus(card() as Element) : [];
    const isTrue = had.some((state) => said.every(({ isTrueIn }) => isTrueIn(state)));
    if (!isTrue) throw new Error(`Not so: ${said.map(({ text }) => text).join(" ")}`);
    for (const claim of untrue) expect(alertText()).not.toContain(claim);
  };
  let wrong: unknown;
  const frames = new MutationObserver(() => {
    try {
      check();
    } catch (error) {
      wrong ??= error;
    }
  });
  frames.observe(document.body, { subtree: true, childList: true, characterData: true });
  const onError = vi.fn();

  render(
    <PrivacyCenter
      policy={policy}
      language="en"
      fetch={fetch as typeof globalThis.fetch}
      onError={onError}
    />,
  );
  await pass(100);
  const toggle = card()?.querySelector("[role=switch]");
  if (toggle) act(() => void fireEvent.click(toggle));
  await pass(100);
  try {
    if (meanwhile !== "nothing") panel.decideAs(people.admin2, purpose, meanwhile);
  } catch {
    // Not from that state.
  }
  await pass(7_000);
  check();
  const isTold = alertText().includes(en.setup["invalid-fetch"]);
  const isAsThePanelHasIt = () => {
    const { [purpose]: now } = panel.state().purposes;
    const said = card() ? readStatus(card() as Element) : [];
    return now && said.length > 0 && said.every(({ isTrueIn }) => isTrueIn(now));
  };
  expect(isTold || isAsThePanelHasIt(), alertText()).toBe(true);
  if (isTold) {
    expect(onError.mock.calls.flat()).toContainEqual(
      expect.objectContaining({ code: "invalid-fetch" }),
    );
  }

  isBroken = false;
  for (let turn = 0; turn < 3; turn += 1) await pass(7_000);
  frames.disconnect();
  if (wrong) throw wrong;
  expect(isAsThePanelHasIt(), alertText()).toBe(true);
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  // Nothing here runs out of time.
  vi.spyOn(AbortSignal, "timeout").mockReturnValue(new AbortController().signal);
  vi.spyOn(console, "error").mockImplementation(() => {});
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

test("whatever a host's fetch gives, the page says so or shows what the panel has", async () => {
  const property = fc.asyncProperty(course, live).afterEach(() => {
    cleanup();
    localStorage.clear();
    sessionStorage.clear();
  });
  await fc.assert(property, {
    numRuns: process.env.KLARTEXT_DEEP ? 2_000 : 14,
    examples: Array.from({ length: 4 }, (): [Course] => [bytesBeforeState]),
  });
}, 3_600_000);
