import { createHash } from "node:crypto";
import { cleanup } from "@testing-library/react";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import { busiestMinutes } from "../support/proxy/busiestMinutes.ts";
import { type History, histories, type Step } from "../support/proxy/historySteps.ts";
import { intermediaries } from "../support/proxy/intermediaries.ts";
import { knownHistories } from "../support/proxy/knownHistories.ts";
import { openWorld, pass, type World } from "../support/proxy/openWorld.tsx";
import { watchPage } from "../support/proxy/watchPage.ts";
import { watchPerson } from "../support/proxy/watchPerson.ts";
import { createRandom } from "../support/random.ts";

/**
 * Every 5 s each route is asked, and once more where an old answer came: 26 in a minute. A
 * withdrawal that is tried again reads first: after 1, 2, 4, 8, 16 and 30 s.
 */
const maxPerMinute = 26 + 12;
/** An act is sent in two forms; it is read, and read again, what has come of it. */
const maxPerAct = 6;

type Page = ReturnType<typeof watchPage>;
type Person = ReturnType<typeof watchPerson>;

async function take(step: Step, world: World, page: Page, person: Person): Promise<void> {
  switch (step.act) {
    case "turn":
      return person.turn();
    case "refuse":
      return person.press(words.refuse);
    case "withdraw":
      return person.press(words.withdraw.none, words.withdrawAnyway);
    case "leave":
      return person.leave();
    case "try-now":
      return person.press(words.tryNow);
    case "new-tab":
    case "reload":
      if (step.act === "new-tab") {
        sessionStorage.clear();
        page.forget();
      }
      person.close();
      person.note();
      return world.load();
    case "come-back":
      person.note();
      window.dispatchEvent(new Event("visibilitychange"));
      window.dispatchEvent(new Event("online"));
      return;
    case "wait":
      return pass(step.seconds * 1_000);
    case "proxy":
      return world.proxy.become(
        ...(step.mood === "none" ? [] : intermediaries[step.mood]),
      );
    case "session":
      return world.signIn(step.who);
    case "other":
      return world.decideElsewhere(step.what);
  }
}

async function live({ isGranted, knowsViewer, steps }: History): Promise<void> {
  const world = openWorld({ knowsViewer });
  if (isGranted) world.decideElsewhere("grant");
  const page = watchPage(world);
  const person = watchPerson(world, page.floor);
  person.note();
  await world.load();
  page.check();
  for (const step of steps) {
    await take(step, world, page, person);
    page.check();
    await pass(50);
    page.check();
  }

  // The proxy is right again, and whoever is owed a withdrawal is signed in.
  world.proxy.become();
  world.signIn(person.waits());
  if (knowsViewer && world.host() !== world.signedIn()) {
    person.note();
    await world.load();
  }
  for (let waited = 0; waited < 120 && (waited < 20 || !isAtRest(person)); waited += 10) {
    await pass(10_000);
    page.check();
  }
  person.checkRest();
  page.stop();

  const busy = busiestMinutes(world.proxy.seen, person.acts, maxPerAct);
  for (const { route, requests, acts } of busy) {
    expect(requests, `${route} in a minute with ${acts} acts`).toBeLessThanOrEqual(
      maxPerMinute + maxPerAct * acts,
    );
  }
}

function isAtRest({ checkRest }: Person): boolean {
  try {
    checkRest();
    return localStorage.length === 0;
  } catch {
    return false;
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
    .asyncProperty(histories, live)
    .beforeEach(() => {
      vi.spyOn(Math, "random").mockImplementation(createRandom(1).next);
    })
    .afterEach(() => {
      cleanup();
      localStorage.clear();
      sessionStorage.clear();
    });
  await fc.assert(history, {
    numRuns: process.env.KLARTEXT_DEEP ? 10_000 : 20,
    examples: knownHistories.map((known): [History] => [known]),
  });
}, 3_600_000);
