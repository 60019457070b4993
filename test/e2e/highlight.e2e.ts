import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { openBytes } from "../support/openBytes.ts";
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
  const explanation = card.getByRole("region", { name: "Selected value" });
  const sentences = card.locator("[data-kt=sentences]");
  return {
    card,
    explanation,
    sentences,
    bytes: card.getByRole("region", { name: /^The bytes: / }),
    /** The value that is framed. */
    framed: card.locator("mark[data-highlighted=value]"),
    /** The texts of all values that are highlighted, in the order of the bytes. */
    highlighted: () => card.locator("mark[data-highlighted]").allTextContents(),
    /** The sentences that are highlighted, without their buttons. */
    said: () =>
      sentences.locator("li[data-highlighted] > span:first-child").allTextContents(),
    status: page.locator("[data-kt=center]").locator("[data-kt=announcements] p").last(),
    toSentence: explanation.getByRole("button", {
      name: "Go to the sentence in the policy",
    }),
  };
}

const aboutLinux = "name and version of the Linux distribution";

/** Whether an element can be seen on the screen as the page is scrolled now. */
async function isOnScreen(page: Page, selector: string): Promise<boolean> {
  return page.evaluate((one) => {
    const box = document.querySelector(one)?.getBoundingClientRect();
    return (
      box !== undefined && box.width > 0 && box.top >= 0 && box.bottom <= innerHeight + 1
    );
  }, selector);
}

/** Presses Tab until what is focused has this name, and counts. */
async function tabTo(page: Page, name: string | RegExp): Promise<number> {
  const nameOf = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? "";
    });
  for (let step = 1; step < 80; step += 1) {
    await page.keyboard.press("Tab");
    const found = await nameOf();
    if (typeof name === "string" ? found === name : name.test(found)) return step;
  }
  throw new Error(`Tab never came to ${name}.`);
}

/** The middle of a text of the bytes, in the window. */
async function placeOf(page: Page, text: string): Promise<{ x: number; y: number }> {
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
  return point;
}

describe("with the keyboard alone", () => {
  test("the file is three steps from the switch", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card } = elements(page);
    await card.getByRole("switch").focus();

    expect(await tabTo(page, "Save as file")).toBe(3);
  });

  test("a sentence leads to its values, and a value back to its sentence", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, explanation, highlighted, framed, said, status } = elements(page);
    await card.getByRole("switch").focus();

    await tabTo(page, /^Show exactly/);
    await page.keyboard.press("Enter");
    await tabTo(page, "Show in the bytes: Linux distribution");

    expect(await highlighted()).toEqual(['"Debian GNU/Linux"', '"12"']);
    expect(await framed.count()).toBe(0);
    expect(await said()).toEqual([aboutLinux]);

    await page.keyboard.press("Enter");

    expect(await highlighted()).toEqual(['"Debian GNU/Linux"', '"12"']);
    expect(await framed.textContent()).toBe('"Debian GNU/Linux"');
    expect(await isOnScreen(page, "mark[data-highlighted=value]")).toBe(true);
    expect(await explanation.textContent()).toContain(aboutLinux);
    await expect
      .poll(() => status.textContent())
      .toBe('distribution.name: "Debian GNU/Linux". Linux distribution, value 1 of 2.');

    await tabTo(page, "Next value");
    await page.keyboard.press("Enter");

    expect(await framed.textContent()).toBe('"12"');
    await page.keyboard.press("Enter");
    expect(await said()).toEqual(["the version number of LiveConfig®"]);

    await tabTo(page, "Go to the sentence in the policy");
    await page.keyboard.press("Enter");

    const focused = page.locator(":focus");
    expect(await focused.getAttribute("aria-label")).toBe(
      "Show in the bytes: Version of LiveConfig®",
    );
    expect(await isOnScreen(page, ":focus")).toBe(true);

    await page.keyboard.press("Enter");

    expect(await framed.textContent()).toBe('"0.1.0"');
    expect(await isOnScreen(page, "mark[data-highlighted=value]")).toBe(true);
    await expect
      .poll(() => explanation.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  test("the wording opens the bytes at its values", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, framed, explanation } = elements(page);
    expect(await card.locator("pre").count()).toBe(0);

    await card.getByRole("button", { name: /^Wording/ }).click();
    await card
      .getByRole("button", { name: "Show in the bytes: Linux distribution" })
      .press("Enter");

    expect(await framed.textContent()).toBe('"Debian GNU/Linux"');
    expect(await isOnScreen(page, "mark[data-highlighted=value]")).toBe(true);
    expect(
      await explanation.evaluate((element) => element === document.activeElement),
    ).toBe(true);
  });

  test("the table leads to each value", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, framed } = elements(page);
    await openBytes(card);

    await card.getByRole("button", { name: "As a table", exact: true }).press("Enter");
    const table = card.getByRole("table", { name: /^Values as a table/ });
    await table.waitFor();
    const rows = await table.getByRole("row").allTextContents();
    await tabTo(page, "distribution.version");
    await page.keyboard.press("Enter");

    expect(rows).toContain(`distribution.version"12"Linux distribution${aboutLinux}`);
    expect(await framed.textContent()).toBe('"12"');
    expect(await isOnScreen(page, "mark[data-highlighted=value]")).toBe(true);
  });
});

describe("with a mouse", () => {
  test("a value that is pointed at shows its sentence, until the mouse leaves", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, bytes, highlighted, framed, said, explanation } = elements(page);
    await openBytes(card);
    await bytes.scrollIntoViewIfNeeded();

    const { x, y } = await placeOf(page, '"12"');
    await page.mouse.move(x, y);

    await expect.poll(said).toEqual([aboutLinux]);
    expect(await framed.textContent()).toBe('"12"');
    expect(await explanation.textContent()).toContain("distribution.version");

    await card.getByRole("heading", { name: /^Exactly these/ }).hover();

    await expect.poll(highlighted).toEqual([]);
    expect(await said()).toEqual([]);
  });

  test("a sentence, and a row of the values, highlight what they are about", async ({
    open,
  }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, sentences, highlighted } = elements(page);
    const row = card.locator("[data-kt=values]").getByText("Linux distribution");

    await row.hover();

    const sentence = card.locator("[data-kt=sentence]");
    expect(await sentence.textContent()).toContain(aboutLinux);
    await page.keyboard.press("Escape");
    expect(await sentence.count()).toBe(0);

    await openBytes(card);
    await sentences.getByText(aboutLinux).hover();
    await expect.poll(highlighted).toEqual(['"Debian GNU/Linux"', '"12"']);
    await row.hover();
    await expect.poll(highlighted).toEqual(['"Debian GNU/Linux"', '"12"']);
    await card.getByRole("switch").hover();
    await expect.poll(highlighted).toEqual([]);
  });

  test("that selects bytes chooses no value", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale: "en-GB" });
    await visit(page, "Admin");
    const { card, bytes, framed } = elements(page);
    await openBytes(card);
    await bytes.scrollIntoViewIfNeeded();
    const from = await placeOf(page, '"id"');
    const to = await placeOf(page, '"12"');
    await page.mouse.move(from.x, from.y);
    await framed.waitFor();

    await page.mouse.down();
    await page.mouse.move(to.x, to.y);
    await page.mouse.up();
    await card.getByRole("heading", { name: /^Exactly these/ }).hover();

    expect(await page.evaluate(() => getSelection()?.toString())).toContain("Debian");
    expect(await framed.textContent()).toContain("0000");
    const said = await page.locator("[data-kt=announcements]").textContent();
    expect(said).not.toContain("distribution");
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
  const { card, bytes, sentences, framed, explanation, toSentence } = elements(page);
  const sentence = card.locator("[data-kt=sentence]");

  await card.locator("[data-kt=values]").getByText("Linux distribution").tap();
  expect(await sentence.textContent()).toContain(aboutLinux);
  await card.getByRole("button", { name: /^Show exactly/ }).tap();
  await bytes.scrollIntoViewIfNeeded();

  const { x, y } = await placeOf(page, '"12"');
  await page.touchscreen.tap(x, y);

  expect(await framed.textContent()).toBe('"12"');
  expect(await explanation.textContent()).toContain(aboutLinux);
  expect(await sentence.count()).toBe(0);

  await toSentence.tap();

  const back = sentences.getByRole("button", {
    name: "Show in the bytes: Linux distribution",
  });
  expect(await back.evaluate((element) => element === document.activeElement)).toBe(true);

  await back.tap();

  expect(await framed.textContent()).toBe('"Debian GNU/Linux"');
  expect(await isOnScreen(page, "mark[data-highlighted=value]")).toBe(true);
});
