import type { Page } from "playwright-core";
import { afterEach, beforeEach, expect } from "vitest";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { boxesOf, type Frame, sampleFrames } from "../support/sampleFrames.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeEach(async () => {
  panel = await startPanelProcess();
});

afterEach(() => panel.remove());

const first = "[data-kt=purpose]";
const second = "[data-kt=purpose] ~ [data-kt=purpose]";

/** What must stand still, and what may be pushed once, while the second purpose is decided on. */
const above = {
  "the page's head": ".kt-header",
  "the first card": first,
  "the heading": `${second} .kt-card__head h2`,
  "the line": `${second} .kt-status`,
  "the choices": `${second} .kt-choices`,
  "the switch": `${second} [role=switch]`,
};
const below = {
  "the rows": `${second} .kt-rows--short`,
  "the folds": `${second} .kt-folds`,
  "the contract": "[data-kt=contract]",
};

function expectStill(frames: readonly Frame[], pushes: 0 | 1): void {
  expect(frames.length).toBeGreaterThan(5);
  for (const name of Object.keys(above)) {
    expect(boxesOf(frames, name), name).toHaveLength(1);
  }
  for (const name of Object.keys(below)) {
    const tops = boxesOf(frames, name).map((box) => box.split(" ")[1]);
    const moves = tops.filter((top, index) => index > 0 && top !== tops[index - 1]);
    expect(moves.length, `${name}: ${tops.join(", ")}`).toBeLessThanOrEqual(pushes);
  }
}

/** Resolves when so many more frames were drawn. */
async function passFrames(count: number): Promise<void> {
  for (let passed = 0; passed < count; passed += 1) {
    await new Promise(requestAnimationFrame);
  }
}

const lastSent = (page: Page) =>
  page.getByRole("listitem").filter({ hasText: /^Zuletzt gesendet \d/ });

const chip = (page: Page) => page.locator(`${second} .kt-chip`);

test.for([
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
])(
  "nothing moves while consent is given and withdrawn, at $width px",
  async (viewport, { open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE", viewport });
    await visit(page, "Admin");
    const toggle = page.getByRole("switch", { name: "Serverstatistiken senden" });

    const stop = await sampleFrames(page, { ...above, ...below });
    await toggle.click();
    await expect
      .poll(() => chip(page).getAttribute("data-status"), { timeout: 20_000 })
      .toBe("granted");
    await lastSent(page).waitFor();
    await toggle.click();
    await expect
      .poll(() => chip(page).getAttribute("data-status"), { timeout: 20_000 })
      .toBe("deleted");

    expectStill(await stop(), 0);
  },
);

test.for([
  { width: 1280, height: 900 },
  { width: 360, height: 800 },
])(
  "a write that fails pushes what is below once, by its alert, at $width px",
  async (viewport, { open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "de-DE", viewport });
    await visit(page, "Admin");
    await page.route("**/purposes/*/decision**", (route) =>
      route.request().method() === "GET"
        ? route.continue()
        : route.fulfill({
            status: 500,
            contentType: "application/problem+json",
            body: JSON.stringify({
              type: "urn:klartext:problem:internal-error",
              title: "Internal error",
              status: 500,
            }),
          }),
    );

    const stop = await sampleFrames(page, { ...above, ...below });
    await page.getByRole("switch", { name: "Serverstatistiken senden" }).click();
    await page.locator(`${second} .kt-alert`).waitFor();
    // What moves late is seen too.
    await page.evaluate(passFrames, 10);

    expectStill(await stop(), 1);
  },
);
