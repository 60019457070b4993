import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

function elements(page: Page) {
  const card = page.getByRole("region", { name: "Server statistics", exact: true });
  const explanation = card.getByRole("region", { name: "The chosen value" });
  return {
    card,
    explanation,
    section: card.locator("[data-kt=policy-section]"),
    bytes: card.getByRole("region", { name: /^The bytes: / }),
    pointed: card.locator("[data-lit=value]"),
    /** The texts of all that is lit, in the order of the bytes. */
    lit: () => card.locator("[data-lit]").allTextContents(),
    status: page.locator("[data-kt=announcements]"),
    toSentence: explanation.getByRole("button", {
      name: "To the sentence in the policy",
    }),
    next: explanation.getByRole("button", { name: "Next value" }),
  };
}

/** Whether an element can be seen on the screen as the page is scrolled now. */
async function isOnScreen(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((one) => {
    const box = document.querySelector(one)?.getBoundingClientRect();
    return (
      box !== undefined && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1
    );
  }, selector);
}

/** Presses Tab until what is focused has this name. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const nameOf = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  for (let step = 0; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const found = await nameOf();
    if (typeof name === "string" ? found === name : name.test(found)) return;
  }
  throw new Error(`Tab never came to ${name}.`);
}

describe("with the keyboard alone", () => {
  test("a sentence leads to its values, and a value back to its sentence", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { explanation, lit, pointed, status } = elements(page);

    await tabTo(page, "Section of the privacy policy: Server statistics");
    await page.keyboard.press("Enter");
    await tabTo(page, "Show in the bytes: Linux distribution");
    await page.keyboard.press("Enter");

    expect(await lit()).toEqual(['"Debian GNU/Linux"', '"12"']);
    expect(await pointed.textContent()).toBe('"Debian GNU/Linux"');
    expect(await isOnScreen(page, "[data-lit=value]")).toBe(true);
    expect(await explanation.textContent()).toContain(
      "name and version of the Linux distribution",
    );
    await expect
      .poll(() => status.textContent())
      .toBe('distribution.name: "Debian GNU/Linux". Linux distribution, value 1 of 2.');

    await tabTo(page, "Next value");
    await page.keyboard.press("Enter");

    expect(await pointed.textContent()).toBe('"12"');
    await page.keyboard.press("Enter");
    expect(await explanation.textContent()).toContain(
      "the version number of LiveConfig®",
    );

    await tabTo(page, "To the sentence in the policy");
    await page.keyboard.press("Enter");

    const focused = page.locator(":focus");
    expect(await focused.getAttribute("aria-label")).toBe(
      "Show in the bytes: Version of LiveConfig®",
    );
    expect(await isOnScreen(page, ":focus")).toBe(true);

    await page.keyboard.press("Enter");

    expect(await pointed.textContent()).toBe('"0.1.0"');
    expect(await isOnScreen(page, "[data-lit=value]")).toBe(true);
    await expect
      .poll(() => explanation.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  test("the table leads to each value", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, pointed } = elements(page);

    await tabTo(page, "All values as a table: Server statistics");
    await page.keyboard.press("Enter");
    const table = card.getByRole("table", { name: /^All values/ });
    await table.waitFor();
    const rows = await table.getByRole("row").allTextContents();
    await tabTo(page, "distribution.version");
    await page.keyboard.press("Enter");

    expect(rows).toContain(
      "Linux distribution: name and version of the Linux distribution",
    );
    expect(await pointed.textContent()).toBe('"12"');
    expect(await isOnScreen(page, "[data-lit=value]")).toBe(true);
  });
});

test("with the touch alone a value leads to its sentence, and the sentence back", async ({
  open,
}) => {
  const { page } = await open({
    baseURL: panel.address,
    locale: "en-GB",
    hasTouch: true,
    isMobile: true,
    viewport: { width: 360, height: 740 },
  });
  await visit(page, "Admin");
  const { bytes, section, pointed, explanation, toSentence } = elements(page);
  await bytes.scrollIntoViewIfNeeded();

  await tapText(page, '"12"');

  expect(await pointed.textContent()).toBe('"12"');
  expect(await explanation.textContent()).toContain(
    "name and version of the Linux distribution",
  );

  await toSentence.tap();

  expect(await section.getAttribute("open")).not.toBeNull();
  const back = section.getByRole("button", {
    name: "Show in the bytes: Linux distribution",
  });
  expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);

  await back.tap();

  expect(await pointed.textContent()).toBe('"Debian GNU/Linux"');
  expect(await isOnScreen(page, "[data-lit=value]")).toBe(true);
});

test("a mouse that selects bytes chooses no value", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
  await visit(page, "Admin");
  const { bytes, pointed } = elements(page);
  await bytes.scrollIntoViewIfNeeded();
  const box = await bytes.boundingBox();
  if (!box) throw new Error("There are no bytes.");

  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 200, box.y + 90);
  await page.mouse.up();

  expect(await page.evaluate(() => getSelection()?.toString())).toContain("id");
  expect(await pointed.count()).toBe(0);
});

/** Taps the middle of a text of the bytes. */
async function tapText(page: Page, text: string): Promise<void> {
  const point = await page.evaluate((wanted) => {
    const pre = [...document.querySelectorAll("pre")].at(-1);
    if (!pre) return undefined;
    const walker = document.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { left, top, width, height } = range.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }
    return undefined;
  }, text);
  if (!point) throw new Error(`The bytes hold no ${text}.`);
  await page.touchscreen.tap(point.x, point.y);
}
