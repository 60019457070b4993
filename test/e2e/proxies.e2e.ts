import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect } from "vitest";
import words from "../../locales/en/interface.json" with { type: "json" };
import { askState } from "../support/askState.ts";
import { compareStatus, saysTruly, withdrawn } from "../support/compareStatus.ts";
import { signInOnPage } from "../support/demoMenu.ts";
import { openBytes } from "../support/openBytes.ts";
import { type OpenedPage, openPage } from "../support/page.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { type Intermediary, intermediaries } from "../support/proxy/intermediaries.ts";
import {
  below,
  type FaultProxyServer,
  startFaultProxy,
} from "../support/proxy/startFaultProxy.ts";
import { signIn } from "../support/signIn.ts";
import { decide, decisionPath, type TestPerson } from "../support/startTestPanel.ts";
import { statusOf } from "../support/statusOf.ts";

const purpose = "server-statistics";
const within = { timeout: 15_000 };

let panel: PanelProcess;
let proxy: FaultProxyServer;
/** Somebody who asks the panel itself, with no proxy between. */
let direct: TestPerson;

beforeAll(async () => {
  proxy = await startFaultProxy();
  panel = await startPanelProcess({ KLARTEXT_ORIGIN: proxy.address });
  proxy.setPanel(panel.address);
  direct = await signIn(panel.address, "admin");
  // Each test begins with a consent that was given and withdrawn.
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

const become = (name: Intermediary) => proxy.become(...intermediaries[name]);

async function truth(): Promise<string> {
  const { text } = await direct.send("GET", decisionPath(purpose));
  return JSON.parse(text).status;
}

async function openDeletions(): Promise<readonly string[]> {
  const { activity } = await askState(direct, purpose);
  return activity.deletions
    .map(({ state }) => state)
    .filter((state) => state !== "confirmed");
}

/** What a card says of a purpose, beside what the panel says when it is asked directly. */
const compare = (card: Locator, of = purpose) =>
  compareStatus(card, () => askState(direct, of));

/** One page for all tests: what it remembers is cleared, and it is loaded anew. */
let shared: OpenedPage | undefined;

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

/** Comes back to the page, which then reads at once what it would read in a while. */
const comeBack = (page: Page) =>
  page.evaluate(() => window.dispatchEvent(new Event("visibilitychange")));

/** The buttons that open the bytes: there is one where there are bytes to look at. */
const bytesButtons = (where: Locator) =>
  where.getByRole("button", { name: /^Show exactly these? / });

/** What the page says about what it knows, what is on its way, and what went wrong. */
const textOf = async (page: Page) =>
  (
    await page
      .locator(".kt-chip, .kt-status, .kt-notice, [data-kt=alert]")
      .allInnerTexts()
  ).join("\n");

const kept = (page: Page) =>
  page.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.startsWith("klartext:withdrawal:")),
  );

type Reason = keyof typeof words.foreign;

/** What the page says of a reason, as one sentence of it, whatever stands in its gaps. */
function said(reason: Reason, gaps: Readonly<Record<string, string>> = {}): string {
  return words.foreign[reason].replace(/\{\{(\w+)\}\}/g, (_, name) => gaps[name] ?? "");
}

/** Sees the reason and, for whoever runs the proxy, what is known of the exchange. */
async function seesReason(page: Page, sentence: string, evidence: string) {
  await expect.poll(() => textOf(page), within).toContain(sentence);
  const details = page.locator("[data-kt=evidence]").filter({ hasText: evidence });
  expect(await details.first().textContent()).toContain(words.evidence.heading);
}

/** Sees that nothing is said any more of what was wrong. */
async function seesNoReason(page: Page) {
  const sentences = Object.values(words.foreign).map((one) => one.split("{{")[0] ?? "");
  const stillSaid = async () => {
    const text = await textOf(page);
    return sentences.filter((sentence) => text.includes(sentence));
  };
  await expect.poll(stillSaid, within).toEqual([]);
}

const notWithdrawnYet = `${words.chip["not-withdrawn-yet"]}: ${words.status["not-withdrawn-yet"]} ${words.sending["until-confirmed"]}`;

type Entered = Awaited<ReturnType<typeof enter>>;

/** Sees a withdrawal that is not done, as the panel has it and as the browser keeps it. */
async function seesKeptWithdrawal({ page, card, toggle }: Entered) {
  expect(await toggle.isChecked()).toBe(false);
  expect(await statusOf(card)).toBe(notWithdrawnYet);
  expect(await compare(card)).toEqual(saysTruly("not-withdrawn-yet"));
  expect(await kept(page)).toHaveLength(1);
  const { decision, activity } = await askState(direct, purpose);
  expect([decision.status, activity.effective]).toEqual(["granted", true]);
}

/** Sees that it is carried out, and that nothing is left of what was wrong. */
async function seesWithdrawn({ page, card, toggle }: Entered) {
  await expect.poll(truth, within).toBe("withdrawn");
  await expect.poll(() => compare(card), within).toEqual(saysTruly(withdrawn));
  expect(await toggle.isChecked()).toBe(false);
  await comeBack(page);
  await seesNoReason(page);
  expect(await kept(page)).toEqual([]);
}

describe("a withdrawal that the panel does not get", () => {
  test.for<readonly [Intermediary, string]>([
    ["a sign-in page at the same origin", said("session-over", { status: "3xx" })],
    ["a sign-in page at another origin", said("session-over", { status: "3xx" })],
    ["a sign-in page with 200", said("session-over", { status: "200" })],
    ["basic credentials that are gone", said("session-over", { status: "401" })],
    ["a captive portal", said("session-over", { status: "511" })],
    [
      "a firewall that blocks every write",
      said("blocked", { method: "DELETE", status: "403" }),
    ],
    ["a rate limit with 429", said("too-many-requests", { status: "429" })],
    ["a gateway that answers 502", said("gateway", { status: "502" })],
    ["a problem that names none, with 404", said("not-the-panel", { status: "404" })],
    ["JSON of another program for writes", words.problem["outside-contract"]],
  ])(
    "because of %s is kept, told why, and sent",
    async ([name, sentence], { browser }) => {
      const entered = await enter(browser, "granted");
      become(name);

      await entered.toggle.click();

      await seesReason(entered.page, sentence, "DELETE");
      await seesKeptWithdrawal(entered);
      proxy.become();
      await entered.card.getByRole("button", { name: words.tryNow }).click();
      await seesWithdrawn(entered);
    },
  );

  test("over a session that is over is sent once somebody has signed in", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("pages in place of errors");
    await entered.context.clearCookies();

    await entered.toggle.click();

    await seesReason(entered.page, said("session-over", { status: "401" }), "HTTP 401");
    await seesKeptWithdrawal(entered);
    await signInOnPage(entered.page, "Admin");
    await seesWithdrawn(entered);
  });

  test("while the panel is down and its errors are made 403 is sent once it is up", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("a firewall that makes every error 403");
    await panel.stop();

    await entered.toggle.click();

    await seesReason(
      entered.page,
      said("blocked", { method: "DELETE", status: "403" }),
      "DELETE",
    );
    expect(await entered.toggle.isChecked()).toBe(false);
    expect(await statusOf(entered.card)).toBe(notWithdrawnYet);
    expect(await kept(entered.page)).toHaveLength(1);
    await panel.restart();
    await entered.card.getByRole("button", { name: words.tryNow }).click();
    await seesWithdrawn(entered);
  });

  test("is sent by itself after the page was loaded anew meanwhile", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("a sign-in page at the same origin");
    await entered.toggle.click();
    await expect.poll(() => kept(entered.page)).toHaveLength(1);

    await entered.page.reload();

    await seesReason(entered.page, said("session-over", { status: "3xx" }), "GET");
    expect(await entered.page.getByRole("switch").count()).toBe(0);
    // Whose withdrawal it is cannot be known, so nothing is said of it.
    expect(await entered.card.locator(".kt-chip, .kt-status").count()).toBe(0);
    expect(await kept(entered.page)).toHaveLength(1);
    proxy.become();
    await comeBack(entered.page);
    await seesWithdrawn(entered);
  });

  test("because the way hides where it comes from is kept, and told why", async ({
    browser,
  }) => {
    const entered = await enter(browser, "granted");
    become("neither Sec-Fetch-Site nor Origin");

    await entered.toggle.click();

    await expect
      .poll(() => textOf(entered.page), within)
      .toContain(words.problem["cross-site"]);
    await seesKeptWithdrawal(entered);
    proxy.become();
    await entered.card.getByRole("button", { name: words.tryNow }).click();
    await seesWithdrawn(entered);
  });

  test("though tags are weak and an answer was lost makes nobody decide anew", async ({
    browser,
  }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become("gzip, and no answer to /purposes");
    await toggle.click();
    await expect.poll(() => toggle.isChecked(), within).toBe(true);
    proxy.become(
      { type: "compresses" },
      { type: "hangs-up", moment: "request", on: { methods: ["DELETE"] } },
    );
    await toggle.click();
    await expect.poll(() => textOf(page), within).toContain(words.problem.unreachable);

    become("gzip on everything");
    await card.getByRole("button", { name: words.tryNow }).click();

    await seesWithdrawn(entered);
  });
});

describe("a decision that passes", () => {
  test.for<Intermediary>([
    "a firewall without PUT and DELETE",
    "a server without PUT and DELETE",
    "a server that implements no PUT",
    "weak tags",
    "tags with the name of a coding",
    "gzip on everything",
    "no ETag",
    "no Repr-Digest",
    "no If-None-Match",
    "no Sec-Fetch-Site",
    "a proxy that sends writes twice",
    "a gateway that gives up on writes",
    "a gateway that loses the answer to a write",
    "a sign-in page after a write was done",
    "a page with 200 after a write was done",
    "a page with 403 after a write was done",
    "a cache by path and query",
  ])(
    "%s is shown as the panel has it, and nothing is said against it",
    async (name, { browser }) => {
      const entered = await enter(browser);
      const { page, card, toggle } = entered;
      become(name);

      await toggle.click();

      await expect.poll(truth, within).toBe("granted");
      await expect.poll(() => toggle.isChecked(), within).toBe(true);
      await expect.poll(() => toggle.getAttribute("aria-busy"), within).toBe(null);
      expect(await compare(card)).toEqual(saysTruly("granted"));
      expect(await textOf(page)).not.toContain(words.problem["not-recorded"]);
      await seesNoReason(page);

      await toggle.click();
      await seesWithdrawn(entered);
    },
  );
});

test("below a path grants and withdraws as at the root", async ({ browser }) => {
  const entered = await enter(browser, "withdrawn", `${below}/`);

  await entered.toggle.click();
  await expect.poll(truth, within).toBe("granted");
  await expect.poll(() => entered.toggle.isChecked(), within).toBe(true);

  await entered.toggle.click();
  await seesWithdrawn(entered);
});

describe("an old answer", () => {
  test.for<Intermediary>([
    "a cache by path",
    "a cache that tells Age",
    "a cache that keeps Date",
  ])("of %s is told of and not shown", async (name, { browser }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become(name);
    await comeBack(page);
    await expect.poll(() => toggle.isChecked(), within).toBe(false);

    await toggle.click();
    await expect.poll(truth, within).toBe("granted");
    await comeBack(page);

    await seesReason(page, said("old-answer"), "GET");
    expect(await toggle.isChecked()).toBe(true);
    expect(await compare(card)).toEqual(saysTruly("granted", true));
    await toggle.click();
    await expect.poll(truth, within).toBe("withdrawn");
    await expect.poll(() => compare(card), within).toEqual(saysTruly("withdrawn", true));
    proxy.become();
    await comeBack(page);
    await seesWithdrawn(entered);
  });

  test("is not shown by a page that was loaded anew, which withdraws all the same", async ({
    browser,
  }) => {
    const entered = await enter(browser);
    const { page, card, toggle } = entered;
    become("a cache by path");
    await comeBack(page);
    await toggle.click();
    await expect.poll(truth, within).toBe("granted");

    await page.reload();

    await seesReason(page, said("old-answer"), "GET");
    expect(await page.getByRole("switch").count()).toBe(0);
    expect(await compare(card)).toEqual(saysTruly("not-read"));
    await page.getByRole("button", { name: words.withdraw.pseudonym }).click();
    await expect.poll(truth, within).toBe("withdrawn");
    proxy.become();
    await comeBack(page);
    await seesWithdrawn(entered);
  });
});

describe("an open page", () => {
  test.for<readonly [Intermediary, string]>([
    ["a sign-in page at the same origin", said("session-over", { status: "3xx" })],
    ["a sign-in page at another origin", said("session-over", { status: "3xx" })],
    ["basic credentials that are gone", said("session-over", { status: "401" })],
    ["a rate limit that names no time", said("too-many-requests", { status: "429" })],
    ["a gateway that answers 502", said("gateway", { status: "502" })],
    ["a page that is not found", said("not-the-panel", { status: "404" })],
  ])(
    "tells of %s, keeps what it knew, and is silent when it is over",
    async ([name, sentence], { browser }) => {
      const { page, card, toggle } = await enter(browser);
      become(name);

      await comeBack(page);

      await seesReason(page, sentence, "GET");
      expect(await textOf(page)).toContain("Last known state");
      expect(await compare(card)).toEqual(saysTruly(withdrawn, true));
      expect(await toggle.isChecked()).toBe(false);
      proxy.become();
      await comeBack(page);
      await seesNoReason(page);
      expect(await textOf(page)).not.toContain("Last known");
      expect(await compare(card)).toEqual(saysTruly(withdrawn));
    },
  );

  test("names the header that is taken from the data", async ({ browser }) => {
    const { page, card } = await enter(browser);
    become("no Klartext-Payload");
    await page.reload();

    await expect
      .poll(() => card.textContent(), within)
      .toContain(said("header-missing", { header: "Klartext-Payload" }));
    expect(await card.locator("[data-kt=evidence]").textContent()).toContain("/payload");
    expect(await compare(card)).toEqual(saysTruly(withdrawn));
    expect(await bytesButtons(card).count()).toBe(0);
    proxy.become();
    await comeBack(page);
    await openBytes(card);
    const { text } = await direct.send("GET", `/purposes/${purpose}/payload`);
    expect(await card.locator("pre").allTextContents()).toEqual([text]);
    await seesNoReason(page);
  });

  test("gets through a limit of requests by itself", async ({ browser }) => {
    const { page, card, toggle } = await enter(browser);
    await page.clock.install();
    become("a rate limit of reads");
    await page.reload();

    // What failed is read again after 15 s at most, and one that asks less gets through.
    const shown = async () => {
      await page.clock.fastForward(16_000);
      return bytesButtons(page.locator("[data-kt=purpose]")).count();
    };
    await expect.poll(shown, { timeout: 30_000, interval: 2_500 }).toBe(2);

    expect(await compare(card)).toEqual(saysTruly(withdrawn));
    expect(await toggle.isChecked()).toBe(false);
    await page.close();
    shared = undefined;
  });

  test("says that a refusal is blocked, and records it later", async ({ browser }) => {
    const { page } = await enter(browser);
    const card = page.getByRole("region", { name: "Crash reports", exact: true });
    const refuse = card.getByRole("button", { name: words.refuse });
    become("a firewall that blocks every write");

    await refuse.click();

    await seesReason(page, said("blocked", { method: "PUT", status: "403" }), "PUT");
    expect(await compare(card, "crash-reports")).toEqual(saysTruly("undecided"));
    proxy.become();
    await refuse.click();
    await expect
      .poll(() => compare(card, "crash-reports"), within)
      .toEqual(saysTruly("refused"));
    await seesNoReason(page);
  });
});
