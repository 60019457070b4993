import { act, cleanup, fireEvent, render } from "@testing-library/react";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { PrivacyCenter } from "../../src/components/PrivacyCenter/PrivacyCenter.tsx";
import type { PurposeState } from "../../src/contract/purposeState.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { createFakePanel, type Fault, people } from "../../src/testing/index.ts";
import { purposeCard } from "../elements.ts";
import { readStatus } from "../support/readStatus.ts";

const purpose = "server-statistics";
const policy = policyInForce("2025-07-24");
const revised = policyInForce("2026-03-01");

/** The time limits of all requests; a step lets them run out. */
const limits = new Set<AbortController>();
function runOut(): void {
  for (const limit of limits) limit.abort(new DOMException("Too late.", "TimeoutError"));
  limits.clear();
}

type Step =
  | { readonly act: "turn" | "double" | "refuse" | "button" | "wait" | "reload" }
  | { readonly act: "revise" | "timeout" | "offline" | "online" }
  | { readonly act: "lock" | "unlock" | "sent" | "deleted" | "not-deleted" }
  | { readonly act: "other"; readonly what: "grant" | "refuse" | "withdraw" }
  | { readonly act: "session"; readonly who: "admin" | "admin2" | "nobody" }
  | { readonly act: "fault"; readonly fault: Fault };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 5, arbitrary: fc.constant<Step>({ act: "turn" }) },
    { weight: 4, arbitrary: fc.constant<Step>({ act: "wait" }) },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Step>(
        { act: "double" },
        { act: "refuse" },
        { act: "button" },
        { act: "reload" },
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom<Step>(
        { act: "revise" },
        { act: "timeout" },
        { act: "offline" },
        { act: "online" },
      ),
    },
    {
      weight: 3,
      arbitrary: fc.constantFrom<Step>(
        { act: "lock" },
        { act: "unlock" },
        { act: "sent" },
        { act: "deleted" },
        { act: "not-deleted" },
      ),
    },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom("grant" as const, "refuse" as const, "withdraw" as const)
        .map((what): Step => ({ act: "other", what })),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("admin" as const, "admin2" as const, "nobody" as const)
        .map((who): Step => ({ act: "session", who })),
    },
    {
      weight: 3,
      arbitrary: fc
        .constantFrom<Fault>(
          { type: "dropped", moment: "request" },
          { type: "dropped", moment: "answer" },
          { type: "status", status: 503 },
          { type: "malformed-body" },
          { type: "problem", code: "internal-error" },
          { type: "held", moment: "request" },
          { type: "held", moment: "answer" },
          { type: "no-answer", moment: "request" },
        )
        .map((fault): Step => ({ act: "fault", fault })),
    },
  ),
  { minLength: 1, maxLength: 8 },
);

function chipOf(card: Element): string {
  return card.querySelector<HTMLElement>(".kt-chip")?.dataset.status ?? "";
}

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

async function live(history: readonly Step[]): Promise<void> {
  const panel = createFakePanel({ policy });
  const had: PurposeState[] = [];
  const note = () => {
    const found = panel.state().purposes[purpose];
    if (found && JSON.stringify(found) !== JSON.stringify(had.at(-1))) had.push(found);
  };
  const fetch: typeof globalThis.fetch = async (...request) => {
    const answer = panel.fetch(...request);
    for (let turn = 0; turn < 20; turn += 1) {
      await null;
      note();
    }
    return answer;
  };
  const center = <PrivacyCenter policy={revised} language="en" fetch={fetch} />;
  let faults: { remove: () => void }[] = [];
  let line: { remove: () => void } | undefined;
  const card = purposeCard();
  // By selectors: it is looked for at every change of the page, and roles take their time.
  const region = () => document.querySelectorAll("[data-kt=purpose]")[1];
  const toggle = () => region()?.querySelector<HTMLInputElement>("[role=switch]");
  const isShown = () => document.querySelectorAll("[role=switch]").length > 0;

  const check = () => {
    note();
    const shown = region();
    if (!shown) return;
    const said = readStatus(shown);
    expect(said.length).toBeGreaterThan(0);
    const inCommon = had.filter((state) => said.every(({ isTrueIn }) => isTrueIn(state)));
    if (inCommon.length === 0) {
      const sentences = said.map(({ text }) => text).join(" ");
      throw new Error(`"${sentences}" is true of no state that the panel had.`);
    }
    if (chipOf(shown).includes("withdraw")) expect(toggle()?.checked).toBe(false);
    if (toggle()?.checked) {
      expect(inCommon.some(({ decision }) => decision.status === "granted")).toBe(true);
    }
  };
  // What stands there after any change of the page might be painted.
  let wrong: unknown;
  const frames = new MutationObserver(() => {
    try {
      check();
    } catch (error) {
      wrong ??= error;
    }
  });
  frames.observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  const click = (element: HTMLElement | null) => {
    if (element) act(() => void fireEvent.click(element));
  };

  render(center);
  await pass(100);
  check();
  for (const step of history) {
    switch (step.act) {
      case "turn":
        if (isShown()) click(card.toggle());
        break;
      case "double":
        if (isShown()) {
          click(card.toggle());
          act(() => void fireEvent.click(card.toggle(), { detail: 2 }));
        }
        break;
      case "refuse":
        if (isShown()) click(card.queryButton("No, do not send"));
        break;
      case "button":
        if (isShown()) click(card.queryButton("Withdraw anyway"));
        break;
      case "reload":
        cleanup();
        render(center);
        await pass(100);
        break;
      case "revise":
        panel.revise(revised);
        break;
      case "lock":
      case "unlock":
        panel.lock(step.act === "lock" ? "vendor" : null);
        break;
      case "sent":
        if (panel.state().purposes[purpose]?.activity.effective) {
          panel.sent(purpose, "2026-01-15T09:31:00.000Z");
        }
        break;
      case "deleted":
        panel.deletion(purpose, { state: "confirmed", deleted: 1 });
        break;
      case "not-deleted":
        panel.deletion(purpose, {
          state: "failed",
          nextAttemptAt: "2026-01-15T10:30:00.000Z",
        });
        break;
      case "timeout":
        runOut();
        break;
      case "offline":
        line ??= panel.fault({ type: "dropped", moment: "request", times: 1_000 });
        break;
      case "online":
        line?.remove();
        line = undefined;
        break;
      case "wait":
        await pass(5_000);
        break;
      case "other":
        note();
        try {
          panel.decideAs(people.admin2, purpose, step.what);
        } catch {
          break;
        }
        break;
      case "session":
        panel.actAs(step.who === "nobody" ? null : people[step.who]);
        break;
      case "fault":
        faults.push(
          panel.fault({ ...step.fault, on: ({ method }) => method !== "GET", times: 1 }),
        );
        break;
    }
    check();
    await pass(50);
    check();
  }

  line?.remove();
  panel.lock(null);
  panel.clearFaults();
  runOut();
  for (const fault of faults) fault.remove();
  faults = [];
  panel.actAs(people.admin);
  for (let turn = 0; turn < 10; turn += 1) {
    await pass(7_000);
    check();
  }

  frames.disconnect();
  if (wrong) throw wrong;
  expect(isShown()).toBe(true);
  const decision = panel.state().purposes[purpose]?.decision;
  expect(chipOf(card.region())).not.toContain("withdrawing");
  expect(card.toggle().checked).toBe(decision?.status === "granted");
}

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    const limit = new AbortController();
    limits.add(limit);
    return limit.signal;
  });
});

afterEach(() => {
  vi.useRealTimers();
  localStorage.clear();
});

test("over any history all that the page says at once is true of one state that the panel had", async () => {
  const history = fc.asyncProperty(steps, live).afterEach(() => {
    cleanup();
    localStorage.clear();
    limits.clear();
  });
  await fc.assert(history, { numRuns: process.env.KLARTEXT_DEEP ? 1_000 : 14 });
}, 3_600_000);
