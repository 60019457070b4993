import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { buildDocument, liveConfigPolicy, renderHtml } from "../../src/policy/index.ts";
import { alertSelector } from "../support/alerts.ts";
import { hostPage } from "../support/hostPage.ts";
import { openBrowser, openPage, type PageOptions, problems } from "../support/page.ts";
import { startStrictHost } from "../support/strictHost.ts";

const policyHtml = renderHtml(buildDocument(liveConfigPolicy(), "de"));
const elements = join(inject("packageFolder"), "dist/elements");

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** Hears decisions as a host would, in a file of its own for the policy's sake. */
const listener = `
  window.heard = [];
  document.addEventListener("klartext-decision", ({ target, detail }) =>
    window.heard.push([target.localName, detail.purpose, detail.decision.status]));`;

/** A plain page behind a strict policy, before a real panel. */
async function open(body: string, options: PageOptions = {}) {
  const host = await startStrictHost({
    pages: {
      "/": hostPage({
        language: "de",
        scripts: ["/elements/index.js", "/listener.js"],
        body,
      }),
    },
    scripts: { "/listener.js": listener },
    folders: { "/elements": elements },
    panels: ["/panel/privacy"],
  });
  const { page, log } = await openPage(browser, { ...options, baseURL: host.address });
  await page.goto("/");
  return { host, page, log };
}

async function turnable(page: Page, name: string) {
  const toggle = page.getByRole("switch", { name });
  await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
  return toggle;
}

const privacy = '<klartext-privacy base-url="/panel/privacy"></klartext-privacy>';

describe("<klartext-policy> in a plain page", () => {
  test.each([true, false])(
    "shows what a server put inside, with scripts: %s",
    async (javaScriptEnabled) => {
      const { page, log, host } = await open(
        `<klartext-policy>${policyHtml}</klartext-policy>`,
        { javaScriptEnabled },
      );

      expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
        "Datenschutz",
      );
      expect(await page.getByText("CA-Pinning").count()).toBeGreaterThan(0);
      const paths = log.requests.map((line) => new URL(line.slice(4)).pathname);
      expect(paths.filter((path) => path.startsWith("/elements/policyIn"))).toEqual([]);
      expect(problems(log)).toEqual([]);
      expect(host.reports).toEqual([]);
    },
  );

  test("loads the text of the page's language, and nothing of the centre", async () => {
    const { page, log, host } = await open("<klartext-policy></klartext-policy>");

    await page.getByRole("heading", { level: 1, name: "Datenschutz" }).waitFor();

    const files = log.requests.map((line) => /\/elements\/([^-]+)/.exec(line)?.[1]);
    expect(files.filter((file) => file?.endsWith(".js") || file?.includes("In"))).toEqual(
      expect.arrayContaining(["index.js", "policyInGerman"]),
    );
    expect(files).not.toContain("center");
    expect(files).not.toContain("policyInEnglish");
    expect(problems(log)).toEqual([]);
    expect(host.reports).toEqual([]);
  });
});

describe("<klartext-privacy> in a plain page", () => {
  test("gives and withdraws consent, tells the page, and follows its language", async () => {
    const { page, log, host } = await open(privacy);
    const toggle = await turnable(page, "Serverstatistiken senden");
    expect(log.requests.filter((line) => !line.startsWith("GET "))).toEqual([]);

    await toggle.click();
    await expect.poll(() => toggle.isChecked()).toBe(true);
    await toggle.click();
    const heard = () => page.evaluate(() => Reflect.get(window, "heard"));
    await expect.poll(heard).toEqual([
      ["klartext-privacy", "server-statistics", "granted"],
      ["klartext-privacy", "server-statistics", "withdrawn"],
    ]);

    await page.evaluate(() => document.documentElement.setAttribute("lang", "en-GB"));
    await page.getByRole("heading", { level: 1, name: "Privacy" }).waitFor();
    await turnable(page, "Send server statistics");

    await page.getByRole("button", { name: /^History ?: Server statistics$/ }).click();
    await page.getByRole("cell", { name: "Withdrawn", exact: true }).waitFor();
    await page.getByRole("button", { name: /^Sent ?: Server statistics$/ }).click();
    await page.getByRole("cell", { name: "Report", exact: true }).first().waitFor();
    expect(problems(log)).toEqual([]);
    expect(host.reports).toEqual([]);
  });

  test("says that a part could not be loaded, and what to do then", async () => {
    const { page, host } = await open("");
    let isDown = true;
    await page.route(/\/elements\/wordsInGerman/, (route) =>
      isDown ? route.abort() : route.continue(),
    );
    const show = () =>
      page.evaluate(() => {
        const element = document.createElement("klartext-privacy");
        element.setAttribute("base-url", "/panel/privacy");
        document.body.append(element);
      });
    await show();
    const alert = page.locator(alertSelector);
    await alert.getByText(/wurde nicht geladen/).waitFor();
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe(
      "Datenschutz",
    );

    // Chromium asks no server again for a module that it could not load.
    isDown = false;
    await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
    expect(await alert.getByText(/laden Sie die Seite neu/).isVisible()).toBe(true);

    await page.reload();
    await show();
    await turnable(page, "Serverstatistiken senden");
    expect(host.reports).toEqual([]);
  });
});
