import { createHash } from "node:crypto";
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import words from "../../../locales/en/interface.json" with { type: "json" };
import { otherPolicy } from "../../../test/fixtures/otherPolicy.ts";
import { busiestMinutes } from "../../../test/support/proxy/busiestMinute.ts";
import { createFaultProxy } from "../../../test/support/proxy/createFaultProxy.ts";
import { fetchThrough } from "../../../test/support/proxy/fetchThrough.ts";
import { type Step, steps } from "../../../test/support/proxy/historySteps.ts";
import { intermediaries } from "../../../test/support/proxy/intermediaries.ts";
import { readCenter } from "../../../test/support/proxy/readCenter.ts";
import { watchDecisions } from "../../../test/support/proxy/watchDecisions.ts";
import { createRandom } from "../../../test/support/random.ts";
import { sessionHeader } from "../../testing/fake/session.ts";
import { createFakePanel, people } from "../../testing/index.ts";
import { PrivacyCenter } from "./PrivacyCenter.tsx";

const purpose = "update-check";
const content = { edition: "team", schedule: { days: [1, 4], note: null } };

/**
 * Every 5 s each route is asked, and once more where an old answer came: 26 in a minute. A
 * withdrawal that is tried again reads first: after 1, 2, 4, 8, 16 and 30 s.
 */
const mostPerMinute = 26 + 12;
/** An act is sent in two forms; it is read, and read again, what has come of it. */
const mostPerAct = 6;

/** Buttons that do something about a decision that is open. */
const pressed = [words.withdraw.none, words.withdraw.pseudonym, words.withdrawAnyway];

async function pass(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

/** Decides elsewhere, and is never signed in on this page. */
const another = { id: "admin3", name: "Admin 3", mayDecide: true };

/** A withdrawal that somebody made on the page, until the panel has been without consent. */
interface Owed {
  readonly by: string | undefined;
  /** Of the decision that stood there. */
  readonly sequence: number;
  isCarriedOut: boolean;
}

async function live(history: readonly Step[]): Promise<void> {
  let panelTime = 0;
  const panel = createFakePanel({
    policy: otherPolicy,
    purposes: { [purpose]: { payload: { content } } },
    // No two decisions are made in the same minute, so that a sentence tells of one alone.
    now: () => new Date(Date.now() + 60_000 * panelTime),
  });
  const decisions = watchDecisions(panel, purpose);
  const proxy = createFaultProxy();
  const acts: number[] = [Date.now()];
  let signedIn: keyof typeof people | "nobody" = "admin";
  let owed: Owed | undefined;
  let floor = 0;

  decisions.onChange(({ status }) => {
    panelTime += 1;
    if (owed && status !== "granted") owed.isCarriedOut = true;
  });
  const fetch = fetchThrough(proxy, {
    panel: async (input, init) => {
      const answer = await panel.serve(input, init);
      decisions.note();
      return answer;
    },
    browserHeaders: () => ({
      "Sec-Fetch-Site": "same-origin",
      Origin: location.origin,
      ...(signedIn !== "nobody" && { Cookie: sessionHeader(people[signedIn]) }),
    }),
  });
  const center = () => <PrivacyCenter policy={otherPolicy} language="en" fetch={fetch} />;

  const check = () => {
    const said = readCenter(document.body);
    if (said.checked === undefined) return expect(said.states).toEqual([]);
    expect(said.states).toHaveLength(1);
    const [sentence = ""] = said.states;
    const told = decisions.toldOf(sentence, floor);
    expect(
      told,
      `"${sentence}" is none, or older than one that stood here`,
    ).toBeDefined();
    floor = told ?? floor;
    const isGranted = sentence.startsWith("Consent given");
    expect(said.checked).toBe(isGranted && said.wish !== "withdrawing");
  };
  let broken: unknown;
  const observer = new MutationObserver(() => {
    try {
      check();
    } catch (error) {
      broken ??= error;
    }
  });
  observer.observe(document.body, {
    ...{ subtree: true, childList: true, characterData: true, attributes: true },
  });
  const settled = () => {
    if (broken) throw broken;
    check();
  };

  /** What a person does with what stands there, and what the page makes of it at once. */
  const click = (element: HTMLElement | null | undefined) => {
    if (!element) return;
    const before = readCenter(document.body);
    acts.push(Date.now());
    act(() => void fireEvent.click(element));
    const after = readCenter(document.body);
    if (before.checked === true && element.matches("[role=switch]")) {
      expect(after.wish).toBe("withdrawing");
    }
    if (after.wish === "withdrawing" && before.wish !== "withdrawing") {
      const isCarriedOut = decisions.now().decision.status !== "granted";
      owed = { by: after.viewer, sequence: floor, isCarriedOut };
    }
    if (after.wish === "granting") owed = undefined;
  };
  const button = (...names: readonly string[]) =>
    [...document.querySelectorAll<HTMLElement>("[data-kt=center] button")].find(
      ({ textContent }) => names.includes(textContent),
    );
  const open = async () => {
    acts.push(Date.now());
    render(center());
    await pass(100);
  };
  const take = async (step: Step) => {
    switch (step.act) {
      case "turn":
        return click(document.querySelector<HTMLElement>("[role=switch]"));
      case "refuse":
        return click(button(words.refuse));
      case "press":
        return click(button(...pressed));
      case "new-tab":
        cleanup();
        sessionStorage.clear();
        floor = 0;
        return open();
      case "reload":
        cleanup();
        return open();
      case "come-back":
        acts.push(Date.now());
        window.dispatchEvent(new Event("visibilitychange"));
        window.dispatchEvent(new Event("online"));
        return;
      case "wait":
        return pass(step.seconds * 1_000);
      case "proxy":
        return proxy.become(...(step.mood === "none" ? [] : intermediaries[step.mood]));
      case "session":
        signedIn = step.who;
        return;
      case "other":
        try {
          panel.decideAs(another, purpose, step.what);
        } catch {
          return;
        }
        decisions.note();
    }
  };

  await open();
  settled();
  for (const step of history) {
    await take(step);
    settled();
    await pass(50);
    settled();
  }

  // The proxy is right again, and whoever withdrew is signed in.
  proxy.become();
  signedIn = owed?.by === people.admin2.name ? "admin2" : "admin";
  for (let turn = 0; turn < 12; turn += 1) {
    await pass(10_000);
    settled();
  }
  observer.disconnect();

  const { decision, sentence } = decisions.now();
  const said = readCenter(document.body);
  expect(said.states).toEqual([sentence]);
  expect(said.checked).toBe(decision.status === "granted");
  if (owed && decision.status === "granted") {
    // Somebody else has decided since.
    expect(decision.by?.name).not.toBe(owed.by);
    expect(decision.sequence).toBeGreaterThan(owed.sequence);
    if (!owed.isCarriedOut) expect(said.wish).toBe("decided-anew");
  }
  for (const { route, requests, acts: own } of busiestMinutes(
    proxy.seen,
    acts,
    mostPerAct,
  )) {
    expect(requests, `${route} in a minute with ${own} acts`).toBeLessThanOrEqual(
      mostPerMinute + mostPerAct * own,
    );
  }
}

/** What was written to the console beside what a page says of strange answers. */
const unexpected: unknown[][] = [];

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  vi.spyOn(console, "error").mockImplementation((...message: unknown[]) => {
    if (!/^Klartext: /.test(String(message[0]))) unexpected.push(message);
  });
  vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    const limit = new AbortController();
    setTimeout(
      () => limit.abort(new DOMException("Too late.", "TimeoutError")),
      Number(ms),
    );
    return limit.signal;
  });
  // A digest comes from another thread, when it likes: a seed would not repeat its run.
  vi.spyOn(crypto.subtle, "digest").mockImplementation(async (_name, data) => {
    const hash = createHash("sha256").update(new Uint8Array(data as ArrayBuffer));
    return new Uint8Array(hash.digest()).buffer;
  });
});

afterEach(() => {
  vi.useRealTimers();
  expect(unexpected.splice(0)).toEqual([]);
});

test("over any history with a proxy of changing moods nothing false is shown, no withdrawal is lost, and no panel is hammered", async () => {
  const history = fc
    .asyncProperty(steps, live)
    .beforeEach(() => {
      vi.spyOn(Math, "random").mockImplementation(createRandom(1).next);
    })
    .afterEach(() => {
      cleanup();
      localStorage.clear();
      sessionStorage.clear();
    });
  await fc.assert(history, { numRuns: process.env.KLARTEXT_DEEP ? 10_000 : 150 });
}, 3_600_000);
