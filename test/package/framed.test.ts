import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { hostPage } from "../support/hostPage.ts";
import { openBytes } from "../support/openBytes.ts";
import { openBrowser, openPage } from "../support/page.ts";
import { startStrictHost } from "../support/strictHost.ts";

const panel = "/panel/privacy";
const hosts = readFileSync(join(import.meta.dirname, "../../docs/hosts.md"), "utf8");

/** What `docs/hosts.md` says that a frame needs. */
const [, needed = ""] = /sandbox="([^"]+)"/.exec(hosts) ?? [];
const without = (flag: string) => needed.replace(flag, "").trim();

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const framed = hostPage({
  title: "Privacy",
  scripts: ["/elements/index.js"],
  body: `<klartext-privacy base-url="${panel}">Not loaded.</klartext-privacy>`,
});

/** A host with a frame of such a sandbox, and what it has to say afterwards. */
async function openFramed(sandbox: string) {
  const host = await startStrictHost({
    pages: {
      "/": `<!doctype html><html lang="en"><meta charset="utf-8" /><title>Host</title>
        <link rel="icon" href="/icon" />
        <body><a href="/icon" download="host.txt">Host</a><iframe src="/framed" title="Privacy" sandbox="${sandbox}" width="1000" height="800"></iframe></body></html>`,
      "/framed": framed,
    },
    folders: { "/elements": join(inject("packageFolder"), "dist/elements") },
    panels: [panel],
  });
  const { page, log } = await openPage(browser, { baseURL: host.address });
  await page.goto("/");
  const [, frame] = page.frames();
  if (!frame) throw new Error("The page has no frame.");
  return { page, frame, log };
}

/** Which file a browser saves first, of those that the centre and then the host hand it. */
async function savedFirst(page: Page, card: Locator): Promise<string> {
  const saved = page.waitForEvent("download");
  await card
    .getByRole("button", { name: /^Save as file/ })
    .first()
    .click();
  await page.getByRole("link", { name: "Host" }).click();
  return (await saved).suggestedFilename();
}

async function agree(card: Locator): Promise<void> {
  const toggle = card.getByRole("switch");
  await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();
  await toggle.click();
  await expect.poll(() => toggle.isChecked()).toBe(true);
}

async function printReceipt(card: Locator): Promise<void> {
  await card.getByRole("button", { name: /^History ?: / }).click();
  await card
    .getByRole("button", { name: /^Show receipt ?: / })
    .first()
    .click();
  await card.getByRole("button", { name: "Print" }).click();
}

test("in a frame with the flags that docs/hosts.md names a person agrees, saves and prints", async () => {
  const { page, frame, log } = await openFramed(needed);
  const card = frame.locator("[data-kt=purpose]").nth(1);
  await agree(card);
  await openBytes(card);

  expect(await savedFirst(page, card)).toBe("server-statistics.json");
  await printReceipt(card);
  expect(log.console.filter((line) => /Ignored call/.test(line))).toEqual([]);
});

test("without allow-downloads a browser saves nothing", async () => {
  const { page, frame } = await openFramed(without("allow-downloads"));
  const card = frame.locator("[data-kt=purpose]").nth(1);
  await openBytes(card);

  expect(await savedFirst(page, card)).toBe("host.txt");
});

test("without allow-modals a browser prints nothing", async () => {
  const { frame, log } = await openFramed(without("allow-modals"));
  const card = frame.locator("[data-kt=purpose]").nth(1);
  await agree(card);

  await printReceipt(card);

  await expect.poll(() => log.console.join()).toMatch(/Ignored call to 'print\(\)'/);
});

test("without allow-same-origin nothing is loaded, and what stood inside stays", async () => {
  const { frame, log } = await openFramed(without("allow-same-origin"));

  await expect.poll(() => log.console.join()).toMatch(/blocked by CORS policy/);
  expect(await frame.getByText("Not loaded.").isVisible()).toBe(true);
});
