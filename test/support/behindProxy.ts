import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import { askState } from "./askState.ts";
import { compareStatus, saysTruly, withdrawn } from "./compareStatus.ts";
import { seesNoReason } from "./foreignNotices.ts";
import { type OpenedPage, openPage } from "./page.ts";
import { type PanelProcess, startPanelProcess } from "./panelProcess.ts";
import { type Intermediary, intermediaries } from "./proxy/intermediaries.ts";
import type { Mood } from "./proxy/mood.ts";
import { type FaultProxyServer, startFaultProxy } from "./proxy/startFaultProxy.ts";
import { signIn } from "./signIn.ts";
import { decide, decisionPath, type TestPerson } from "./startTestPanel.ts";
import { statusOf } from "./statusOf.ts";

export const purpose = "server-statistics";
export const within = { timeout: 15_000 };

/** The chip and the line of a withdrawal that the panel has not confirmed. */
export const notWithdrawnYet = `${words.chip["not-withdrawn-yet"]}: ${words.status["not-withdrawn-yet"]} ${words.sending["until-confirmed"]}`;

/**
 * The demonstration behind a proxy that a test changes, for all tests of a file. Each begins
 * with a consent that was given and withdrawn, and a proxy that only passes on.
 */
export function behindProxy() {
  let panel: PanelProcess;
  let proxy: FaultProxyServer;
  /** Somebody who asks the panel itself, with no proxy between. */
  let direct: TestPerson;
  /** One page for all tests: what it remembers is cleared, and it is loaded anew. */
  let shared: OpenedPage | undefined;

  beforeAll(async () => {
    proxy = await startFaultProxy();
    panel = await startPanelProcess({ KLARTEXT_ORIGIN: proxy.address });
    proxy.setPanel(panel.address);
    direct = await signIn(panel.address, "admin");
    await decide(direct, purpose, "granted");
  });

  afterAll(async () => {
    await shared?.context.close();
    await proxy.close();
    await panel.remove();
  });

  beforeEach(async () => {
    proxy.become();
    await direct.send("DELETE", decisionPath(purpose));
    // What moves by itself is at rest, so that only what stands between changes the page.
    await expect.poll(openDeletions, within).toEqual([]);
  });

  async function openDeletions(): Promise<readonly string[]> {
    const { activity } = await askState(direct, purpose);
    return activity.deletions
      .map(({ state }) => state)
      .filter((state) => state !== "confirmed");
  }

  async function truth(): Promise<string> {
    const { text } = await direct.send("GET", decisionPath(purpose));
    return JSON.parse(text).status;
  }

  /** What a card says of a purpose, beside what the panel says when it is asked directly. */
  const compare = (card: Locator, of = purpose) =>
    compareStatus(card, () => askState(direct, of));

  async function enter(
    browser: Browser,
    before: "granted" | "withdrawn" = "withdrawn",
    path = "/",
  ) {
    if (before === "granted") await decide(direct, purpose, "granted");
    shared ??= await openPage(browser, { baseURL: proxy.address, locale: "en-GB" });
    const { page, context } = shared;
    page.setDefaultTimeout(within.timeout);
    await context.request.post("/demo/session", {
      headers: { Origin: proxy.address },
      data: { person: "admin" },
    });
    await page.goto("/icon.svg");
    await page.evaluate(() => {
      localStorage.clear();
      sessionStorage.clear();
    });
    await page.goto(path);
    const card = page.getByRole("region", { name: "Server statistics", exact: true });
    const toggle = card.getByRole("switch");
    await toggle.waitFor();
    await expect.poll(() => toggle.getAttribute("aria-disabled"), within).toBe(null);
    expect(await toggle.isChecked()).toBe(before === "granted");
    expect(await compare(card)).toEqual(
      saysTruly(before === "granted" ? "granted" : withdrawn),
    );
    return { page, context, card, toggle };
  }

  type Entered = Awaited<ReturnType<typeof enter>>;

  return {
    truth,
    compare,
    enter,
    /** Asks the panel itself. */
    ask: (method: string, path: string) => direct.send(method, path),
    stopPanel: () => panel.stop(),
    restartPanel: () => panel.restart(),
    /** The proxy only passes on from here. */
    pass: () => proxy.become(),
    /** What the proxy is from here on: by its name, or by what it does. */
    become: (name: Intermediary) => proxy.become(...intermediaries[name]),
    becomeAny: (...moods: readonly Mood[]) => proxy.become(...moods),
    /** Closes the page of a test that has changed it for good. */
    closePage: async () => {
      await shared?.page.close();
      shared = undefined;
    },

    /** Sees a withdrawal that is not done, as the panel has it and as the browser keeps it. */
    async seesKeptWithdrawal({ page, card, toggle }: Entered) {
      expect(await toggle.isChecked()).toBe(false);
      expect(await statusOf(card)).toBe(notWithdrawnYet);
      expect(await compare(card)).toEqual(saysTruly("not-withdrawn-yet"));
      expect(await kept(page)).toHaveLength(1);
      const { decision, activity } = await askState(direct, purpose);
      expect([decision.status, activity.effective]).toEqual(["granted", true]);
    },

    /** Sees that it is carried out, and that nothing is left of what was wrong. */
    async seesWithdrawn({ page, card, toggle }: Entered) {
      await expect.poll(truth, within).toBe("withdrawn");
      await expect.poll(() => compare(card), within).toEqual(saysTruly(withdrawn));
      expect(await toggle.isChecked()).toBe(false);
      await comeBack(page);
      await seesNoReason(page);
      expect(await kept(page)).toEqual([]);
    },
  };
}

/** Comes back to the page, which then reads at once what it would read in a while. */
export function comeBack(page: Page) {
  return page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));
}

/** Where the browser keeps withdrawals that wait. */
export function kept(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("klartext:withdrawal:")),
  );
}
