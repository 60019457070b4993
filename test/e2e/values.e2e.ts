import { afterAll, beforeAll, expect } from "vitest";
import { signInOnPage } from "../support/demoMenu.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

test.for([480, 1280])(
  "the values take the same room while they are being loaded, at %i px",
  async (width, { open }) => {
    const { page } = await open({
      baseURL: panel.address,
      locale: "de-DE",
      viewport: { width, height: 900 },
    });
    const { promise: isMeasured, resolve } = Promise.withResolvers<void>();
    await page.route("**/payload?*", async (route) => {
      await isMeasured;
      await route.continue();
    });
    await page.route("**/payload", async (route) => {
      await isMeasured;
      await route.continue();
    });
    await page.goto("./");
    await signInOnPage(page, "Admin");
    const boxes = page.locator("[data-kt=values]");
    await boxes.nth(1).waitFor();
    const heights = () =>
      boxes.evaluateAll((all) => all.map((box) => box.getBoundingClientRect().height));
    expect(await page.locator(".kt-values__placeholder").count()).toBeGreaterThan(0);
    const loading = await heights();

    resolve();
    await boxes.getByRole("button").nth(3).waitFor();

    expect(await heights()).toEqual(loading);
  },
);

test("the values of both purposes take 230 px at most where the box is 480 px wide", async ({
  open,
}) => {
  const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
  await visit(page, "Admin");

  const heights = await page.locator("[data-kt=values]").evaluateAll((boxes) =>
    boxes.map((box) => {
      if (box instanceof HTMLElement) box.style.inlineSize = "480px";
      return box.getBoundingClientRect().height;
    }),
  );

  expect(Math.max(...heights)).toBeLessThanOrEqual(230);
});

test("once consent is given the values are headed by what will be sent next", async ({
  open,
}) => {
  const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
  await visit(page, "Admin");
  const card = page.getByRole("region", { name: "Serverstatistiken", exact: true });
  const heading = card.locator("[data-kt=values]").getByRole("heading");
  expect(await heading.textContent()).toBe("Was gesendet würde");
  expect(await card.locator("[data-kt=values] dd").first().textContent()).toBe(
    "entsteht erst mit der Einwilligung",
  );

  await card.getByRole("switch").click();

  // The first report may be read while it waits: the page looks again once it has left.
  const patient = { timeout: 4_000 };
  await expect
    .poll(() => heading.textContent(), patient)
    .toBe("Was als Nächstes gesendet wird");
  await expect
    .poll(() => card.locator("[data-kt=values] dd").first().textContent(), patient)
    .toMatch(/^[0-9a-f-]{36}$/);
});
