import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import {
  afterAll,
  beforeAll,
  describe,
  expect,
  inject,
  onTestFinished,
  test,
} from "vitest";
import { bundlePages, preact, reacts } from "../support/bundleHost.ts";
import { openBrowser, openPage } from "../support/page.ts";
import { statusOf } from "../support/statusOf.ts";
import { startStrictHost } from "../support/strictHost.ts";

const packageFolder = inject("packageFolder");
const panel = "/one/privacy";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const hosts = [
  ...Object.entries({ ...reacts, Preact: preact }).map(([name, react]) => ({
    name,
    react,
    script: "/app/roots.js",
    body: `<div data-panel="${panel}"></div>`,
  })),
  {
    name: "the element",
    react: preact,
    script: "/elements/index.js",
    body: `<klartext-privacy base-url="${panel}"></klartext-privacy>`,
  },
];

describe.each(hosts)("the switch in $name", ({ react, script, body }) => {
  const folder = mkdtempSync(join(packageFolder, "../../host-"));
  beforeAll(() => bundlePages(packageFolder, react, folder));

  async function open() {
    const host = await startStrictHost({
      pages: {
        "/": `<!doctype html><html lang="en"><head><meta charset="utf-8" />
          <title>Host</title><link rel="stylesheet" href="/elements/klartext.css" />
          <script type="module" src="${script}"></script></head><body>${body}</body></html>`,
      },
      folders: { "/elements": join(packageFolder, "dist/elements"), "/app": folder },
      panels: [panel],
    });
    const { page, log } = await openPage(browser, {
      baseURL: host.address,
      hasty: true,
    });
    const toggle = page.getByRole("switch").last();
    const writes = () =>
      log.requests
        .filter((line) => !line.startsWith("GET "))
        .map((line) => line.slice(0, 3));
    return { page, toggle, writes };
  }

  test("stays where it was when somebody who may only look turns it", async () => {
    const { page, toggle, writes } = await open();
    onTestFinished(() => page.unrouteAll({ behavior: "ignoreErrors" }));
    await page.route("**/purposes**", async (route) => {
      const answer = await route.fetch();
      const body = await answer.json();
      await route.fulfill({
        response: answer,
        json: { ...body, viewer: { ...body.viewer, mayDecide: false } },
      });
    });
    await page.goto("/");
    await expect.poll(() => toggle.getAttribute("aria-disabled")).toBe("true");
    const reason = page
      .locator("[data-kt=purpose]")
      .last()
      .getByText("You can see everything here, but not decide.");
    await reason.filter({ visible: true }).waitFor();

    for (const turn of ["click", "Space"] as const) {
      if (turn === "click") await toggle.click({ force: true });
      else await toggle.press("Space");
      const isChecked = await toggle.evaluate(
        (input: HTMLInputElement) =>
          new Promise((resolve) => {
            requestAnimationFrame(() =>
              requestAnimationFrame(() => resolve(input.checked)),
            );
          }),
      );
      expect([turn, isChecked]).toEqual([turn, false]);
    }
    expect(writes()).toEqual([]);
  });

  test.each<[string, (input: HTMLInputElement) => void]>([
    [
      "at once",
      (input) => {
        input.click();
        input.click();
      },
    ],
    [
      "one after the other",
      (input) => {
        input.click();
        setTimeout(() => input.click(), 200);
      },
    ],
  ])("takes two activations, %s, for one", async (_name, activate) => {
    const { page, toggle, writes } = await open();
    await page.goto("/");
    await expect.poll(() => toggle.getAttribute("aria-disabled")).toBeNull();

    await toggle.evaluate(activate);

    await expect.poll(() => toggle.isChecked()).toBe(true);
    const card = page.locator("[data-kt=purpose]").last();
    await expect.poll(() => statusOf(card)).toMatch(/^Consent given: By .+ on /);
    expect(writes()).toEqual(["PUT"]);
  });
});
