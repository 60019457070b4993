import type { Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { resets } from "../support/hosts/cells.ts";
import { type ResetSheets, resetSheets } from "../support/hosts/resetSheets.ts";
import { openBrowser, openPage } from "../support/page.ts";
import { startPanelProcess } from "../support/panelProcess.ts";
import { test } from "../support/playwright.ts";
import { showInHost } from "../support/showInHost.ts";
import { unfold } from "../support/unfold.ts";
import { visit } from "../support/visit.ts";

const wide = { viewport: { width: 1100, height: 900 } };

/** A centre as it stands on the panel's page, with a report sent, unfolded. */
let centre: string;
let sheets: ResetSheets;

beforeAll(async () => {
  sheets = await resetSheets();
  const panel = await startPanelProcess();
  const browser = await openBrowser();
  try {
    const { page } = await openPage(browser, {
      baseURL: panel.address,
      locale: "de-DE",
      ...wide,
    });
    await visit(page, "Admin");
    const card = page.locator("[data-kt=purpose]").nth(1);
    await card.getByRole("switch").click();
    await card
      .getByRole("listitem")
      .filter({ hasText: /^Zuletzt gesendet \d/ })
      .waitFor();
    await unfold(page);
    for (const row of await card.locator("tr > td > button").all()) await row.click();
    centre = await page.locator(".kt-root").evaluate((root) => root.outerHTML);
  } finally {
    await browser.close();
    await panel.remove();
  }
});

/** What resets reset */
const properties = [
  ...["display", "position", "appearance", "cursor", "list-style-type", "vertical-align"],
  ...[
    "color",
    "background-color",
    "text-transform",
    "text-align",
    "text-decoration-line",
  ],
  ...["font-family", "font-size", "font-weight", "line-height", "letter-spacing"],
  ...["white-space", "width", "height", "margin", "padding", "border", "border-radius"],
  ...["fill", "stroke", "stroke-width", "d"],
];

/** How each element within the root looks, and what stands before and after it, line by line. */
async function looks(page: Page): Promise<readonly string[]> {
  // What is far below the window has its size only once a frame was drawn.
  await page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(resolve)),
      ),
  );
  return page.evaluate(
    (names) =>
      [...document.querySelectorAll(".kt-root *")].flatMap((element) =>
        ["", "::before", "::after"].flatMap((pseudo) => {
          const style = getComputedStyle(element, pseudo);
          if (pseudo && ["none", "normal"].includes(style.content)) return [];
          // What is drawn within an SVG has no box, and so no border.
          const isDrawn =
            element instanceof SVGElement && !(element instanceof SVGSVGElement);
          const values = names
            .filter((name) => !(isDrawn && name.startsWith("border")))
            .map((name) => `${name}: ${style.getPropertyValue(name)}`);
          const named = `${element.tagName}.${element.getAttribute("class")}${pseudo}`;
          return `${named} ${values.join("; ")}`;
        }),
      ),
    properties,
  );
}

/** What sheets do that no package has: to everything within an id, to what stands before. */
const otherSheets = {
  "Vite's template and old panels": `
    #host { text-align: center; text-transform: uppercase; letter-spacing: 2px; }
    #host p, #host li { margin: 0 0 10px; }
    #host button { padding: 0; text-transform: uppercase; border: 0; background: #dd4b39; }
    #host td { padding: 0; border: 0; }`,
  "everything unset, and what stands before and after it":
    "*, *::before, *::after { all: unset; } head, style { display: none; }",
} as const;

/** A host's text of another size is another size of ours, so it is the same here. */
const sameSize = "html { font-size: 16px !important; }";
const around = (it: string) => `<div style="font-size: 16px">${it}</div>`;

test.for([
  ...resets.map((name) => [name, () => sheets[name].css] as const),
  ...Object.entries(otherSheets).map(([name, css]) => [name, () => css] as const),
])("nothing looks otherwise under %s", async ([, read], { open }) => {
  const { page } = await open(wide);
  await showInHost(page, centre, { css: sameSize, around });
  const before = await looks(page);
  await showInHost(page, centre, { css: `${read()} ${sameSize}`, around });

  const after = await looks(page);

  expect(before.length).toBeGreaterThan(800);
  const changed = after.filter((line, index) => line !== before[index]);
  expect(changed.slice(0, 3)).toEqual([]);
});

test("the text's size counts, not the root's", async ({ open }) => {
  const { page } = await open(wide);
  await showInHost(page, centre, { css: sheets["Bootstrap 3"].css });

  const sizes = await page.evaluate(() =>
    ["h1", "h2", ".kt-status", ".kt-switch__input"].map((selector) => {
      const element = document.querySelector(`.kt-root ${selector}`);
      return element && getComputedStyle(element).fontSize;
    }),
  );

  // The text is of 14 px; a rem is 10 px.
  expect(sizes).toEqual(["24.5px", "17.5px", "12.25px", "14px"]);
});

const beside = "<nav style='inline-size: 200px; flex: none'>Host</nav>";

test.for([
  ["a flex row", (it: string) => `<div style="display: flex">${beside}${it}</div>`],
  ["a table cell", (it: string) => `<table><tr><td>${it}</td></tr></table>`],
  ["a float", (it: string) => `<div style="float: left">${it}</div>`],
  ["an absolute box", (it: string) => `<div style="position: absolute">${it}</div>`],
  [
    "a grid that starts",
    (it: string) => `<div style="display: grid; justify-items: start">${it}</div>`,
  ],
] as const)("is as wide as its text in %s", async ([, around], { open }) => {
  const { page } = await open(wide);
  await showInHost(page, centre, { around });

  const width = await page
    .locator(".kt-root")
    .evaluate((root) => root.getBoundingClientRect().width);

  expect(width).toBeGreaterThan(500);
  expect(width).toBeLessThanOrEqual(wide.viewport.width);
});

test("stands from right to left as it does from left to right", async ({ open }) => {
  const { page } = await open(wide);
  const boxes = () =>
    page
      .locator(".kt-root *")
      .evaluateAll((elements) =>
        elements.map((element) => JSON.stringify(element.getBoundingClientRect())),
      );
  await showInHost(page, centre);
  const before = await boxes();
  await showInHost(page, centre, { html: 'dir="rtl"' });

  expect(await boxes()).toEqual(before);
});
