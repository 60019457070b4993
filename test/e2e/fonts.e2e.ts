import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { bundledGlyphs } from "../support/bundledGlyphs.ts";
import { familiesOf } from "../support/familiesOf.ts";
import { fontsOfPdf } from "../support/fontsOfPdf.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { shownCharacters } from "../support/shownCharacters.ts";
import { visit } from "../support/visit.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess({ KLARTEXT_POLICY_REVISION: "2026-04-01" });
});

afterAll(() => panel.remove());

const bundled = new Set(bundledGlyphs());

async function unfold(page: Page): Promise<void> {
  await page.locator("details").evaluateAll((all) => {
    for (const details of all) details.setAttribute("open", "");
  });
}

async function expectBundledFonts(page: Page): Promise<void> {
  const characters = await page.evaluate(shownCharacters);
  const families = await familiesOf(page);
  const onPaper = await fontsOfPdf(await page.pdf({ format: "A4" }));

  expect(characters.length).toBeGreaterThan(40);
  expect(characters.filter((character) => !bundled.has(character))).toEqual([]);
  expect(families).toEqual(expect.arrayContaining(["DejaVu Sans Mono"]));
  for (const family of families) {
    expect(family).toMatch(/^(Open Sans|DejaVu (Sans|Sans Mono|Serif))$/);
  }
  expect(onPaper).toEqual(expect.arrayContaining(["DejaVuSansMono"]));
  for (const font of onPaper) {
    expect(font).toMatch(/^(OpenSans|DejaVu(Sans|SansMono|Serif))(-|$)/);
  }
}

test.for(["de-DE", "en-GB"])(
  "the page in %s is drawn in the fonts of the repository, also on paper",
  async (locale, { open }) => {
    const { page } = await open({ baseURL: panel.address, locale });
    await visit(page, "Admin");
    await unfold(page);

    await expectBundledFonts(page);
  },
);

test.for(["/docs/datenschutz", "/docs/privacy"])(
  "%s is drawn in the fonts of the repository, also on paper",
  async (path, { open }) => {
    const { page } = await open({ baseURL: panel.address });
    await page.goto(path);
    await unfold(page);

    await expectBundledFonts(page);
  },
);
