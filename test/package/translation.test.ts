import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { bundlePages, reacts } from "../support/bundleHost.ts";
import { hostPage } from "../support/hostPage.ts";
import { openBrowser, openPage, problems } from "../support/page.ts";
import { startStrictHost } from "../support/strictHost.ts";
import { translate } from "../support/translator.ts";

const packageFolder = inject("packageFolder");
const panel = "/one/privacy";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const hosts = [
  ...Object.entries(reacts).map(([name, react]) => ({
    name,
    react,
    page: hostPage({
      scripts: ["/app/roots.js"],
      body: `<div data-panel="${panel}"></div>`,
    }),
  })),
  {
    name: "the element",
    react: reacts["React 19"],
    page: hostPage({
      scripts: ["/elements/index.js"],
      body: `<main><klartext-privacy base-url="${panel}"></klartext-privacy></main>`,
    }),
  },
];

/** What a card says of one state, and of no other, in its chip, its line or its timeline. */
const states = [
  "Not decided yet",
  "Nothing is sent",
  "Being given",
  "Consent given",
  "Reports are sent monthly",
  "Being withdrawn",
  "Deletion in progress",
  "Deletion confirmed",
  "No more reports are sent",
] as const;

/** Which states the card tells, translated or not. */
async function toldStates(page: Page): Promise<readonly string[]> {
  const text = await page.locator("[data-kt=purpose]").last().innerText();
  return states.filter((state) => text.includes(state));
}

/** Who decided, by the card's line, without the marks of a translation. */
async function toldDecision(page: Page): Promise<string> {
  const line = page.locator("[data-kt=purpose] .kt-status").last();
  return (await line.innerText()).replaceAll(/[«»]/g, "");
}

test.each(hosts)(
  "a page of $name that is translated tells each new state alone",
  async ({ react, page: html }) => {
    const folder = mkdtempSync(join(packageFolder, "../../host-"));
    await bundlePages(packageFolder, react, folder);
    const host = await startStrictHost({
      pages: { "/": html },
      folders: { "/elements": join(packageFolder, "dist/elements"), "/app": folder },
      panels: [panel],
    });
    const { page, log } = await openPage(browser, { baseURL: host.address });
    await page.goto("/");
    const toggle = page.getByRole("switch").last();
    await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
    const translateAll = () => page.locator("main").evaluate(translate);

    await translateAll();
    await toggle.click();
    await expect
      .poll(() => toldStates(page))
      .toEqual(["Consent given", "Reports are sent monthly"]);
    expect(await toldDecision(page)).toMatch(/^By Admin on .+ UTC\. Reports/);

    await translateAll();
    await toggle.press("Space");
    await expect
      .poll(() => toldStates(page))
      .toEqual(["Deletion confirmed", "No more reports are sent"]);
    expect(await toldDecision(page)).toMatch(/^By Admin on .+ UTC\. No more reports/);

    // The translator has written its own language into the page; the host's stays.
    await expect
      .poll(() => page.getByRole("heading", { level: 1 }).innerText())
      .toMatch(/^«?Privacy»?$/);
    expect(problems(log)).toEqual([]);
  },
);
