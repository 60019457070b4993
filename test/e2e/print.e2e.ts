import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import { plainText } from "../../src/policy/document.ts";
import { buildDocument, type Language } from "../../src/policy/index.ts";
import { geometryFaults } from "../support/geometry.ts";
import { openBytes } from "../support/openBytes.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { closeUp, type PaperPage, printed } from "../support/paper.ts";
import { test } from "../support/playwright.ts";
import { sentencesOfPage } from "../support/sentences.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess();
});

afterAll(() => panel.remove());

const textOf = (pages: readonly PaperPage[]) =>
  closeUp(pages.flatMap(({ lines }) => lines).join(" "));

/** What a clean page is: ink on white, nothing that leaves the paper, no page without text. */
function expectCleanPaper(pages: readonly PaperPage[]): void {
  for (const { ink, lines } of pages) {
    expect(lines.length).toBeGreaterThan(1);
    expect(ink.inside).toBeGreaterThan(500);
    expect(ink.margin).toBe(0);
    expect(ink.dark).toBeLessThan(0.1);
  }
}

/** What is cut off or lies over something else where a page is as wide as paper is. */
async function cutOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 680, height: 900 });
  const faults = await geometryFaults(page);
  await page.emulateMedia({ media: null });
  return faults.filter((fault) => !fault.startsWith("Is a small target"));
}

describe.each([
  ["de", "de-DE", "light"],
  ["en", "en-GB", "dark"],
] as const)("on paper in %s, the page", (language: Language, locale, colorScheme) => {
  test("has the whole policy and the bytes, and nothing to press", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, locale, colorScheme });
    await visit(page, "Admin");
    await openBytes(page);
    const headings = await page
      .locator("h1, h2, h3, h4, summary")
      .evaluateAll((elements) => elements.map(({ textContent }) => textContent));
    const buttons = await page
      .getByRole("button")
      .evaluateAll((elements) => elements.map(({ textContent }) => textContent ?? ""));
    const bytes = await page.locator("[data-kt=purpose] pre").allTextContents();
    expect(bytes).toHaveLength(2);
    const values = await page.locator("[data-kt=values] dd").allTextContents();

    const pages = await printed(page);

    const text = textOf(pages);
    const sentences = sentencesOfPage(
      buildDocument(policyInForce("2025-07-24"), language),
    );
    const missing = [...sentences.map(plainText), ...bytes, ...values].filter(
      (wanted) => !text.includes(closeUp(wanted)),
    );
    const lines = pages.flatMap((sheet) => sheet.lines);
    const lastLines = pages.slice(0, -1).map((sheet) => sheet.lines.at(-1));
    expectCleanPaper(pages);
    expect(missing).toEqual([]);
    expect(await cutOnPaper(page)).toEqual([]);
    expect(lines.filter((line) => buttons.includes(line))).toEqual([]);
    expect(lastLines.filter((line) => headings.includes(line ?? ""))).toEqual([]);
  });
});

test("on paper a receipt stands alone, with the words that were agreed to", async ({
  open,
}) => {
  const { page } = await open({
    baseURL: panel.address,
    locale: "de-DE",
    colorScheme: "dark",
  });
  await visit(page, "Admin");
  const card = page.locator("[data-kt=purpose]").nth(1);
  await card.getByRole("switch").click();
  await card.getByText(/^Von Admin am /).waitFor();
  await card.getByRole("button", { name: /^Verlauf ?: / }).click();
  await card
    .getByRole("button", { name: /^Beleg ansehen ?: / })
    .first()
    .click();
  const receipt = card.getByRole("article");
  const rows = await receipt.locator("dt, dd").allTextContents();
  const words = (await receipt.locator("[data-kt=receipt-words]").textContent()) ?? "";
  await page.evaluate(() => {
    window.print = () => {};
  });
  await card.getByRole("button", { name: "Drucken" }).click();

  const pages = await printed(page);

  const text = textOf(pages);
  expectCleanPaper(pages);
  expect(pages[0]?.lines[0]).toMatch(/^Beleg: Einwilligung erteilt, /);
  expect(rows.filter((row) => !text.includes(closeUp(row)))).toEqual([]);
  expect(text.endsWith(closeUp(words))).toBe(true);
  expect(textOf(pages.slice(0, 1))).not.toContain("WortlautderDatenschutzerklärung");
  expect(pages[1]?.lines[0]).toBe("Wortlaut der Datenschutzerklärung");
});

test("what is not clean on paper is found", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, locale: "de-DE" });
  await visit(page, "Admin");
  await page.locator(".kt-root").evaluate((root) => {
    root.style.marginInlineEnd = "-15rem";
    root.style.printColorAdjust = "exact";
    for (const card of root.querySelectorAll<HTMLElement>(".kt-card")) {
      card.style.backgroundColor = "#777";
    }
  });

  const pages = await printed(page);

  expect(() => expectCleanPaper(pages)).toThrow();
  expect(await cutOnPaper(page)).not.toEqual([]);
});
