import { beforeAll, expect } from "vitest";
import { resets } from "../support/hosts/cells.ts";
import { type ResetSheets, resetSheets } from "../support/hosts/resetSheets.ts";
import { looks, ofOneSize } from "../support/looksInHost.ts";
import { test } from "../support/playwright.ts";
import { showInHost } from "../support/showInHost.ts";
import { unfoldedCentre, wide } from "../support/unfoldedCentre.ts";

let centre: string;
let sheets: ResetSheets;

beforeAll(async () => {
  sheets = await resetSheets();
  centre = await unfoldedCentre();
});

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

test.for([
  ...resets.map((name) => [name, () => sheets[name].css] as const),
  ...Object.entries(otherSheets).map(([name, css]) => [name, () => css] as const),
])("nothing looks otherwise under %s", async ([, read], { open }) => {
  const { page } = await open(wide);
  await showInHost(page, centre, ofOneSize);
  const before = await looks(page);
  await showInHost(page, centre, { ...ofOneSize, css: `${read()} ${ofOneSize.css}` });

  const after = await looks(page);

  expect(before.length).toBeGreaterThan(800);
  const changed = after.filter((line, index) => line !== before[index]);
  expect(changed.slice(0, 3)).toEqual([]);
});

/** Values as no sheet of ours has them, by token. */
const tokens = {
  "--kt-font": "monospace",
  "--kt-radius": "13px",
  "--kt-color-edge": "rgb(17, 18, 19)",
};
const setTokens = Object.entries(tokens).map((pair) => pair.join(": "));

test.for([
  ["on the page", ":root", (rule: string) => rule],
  ["on the page, in a layer", ":root", (rule: string) => `@layer base { ${rule} }`],
  ["around the root, in a layer", "#host", (rule: string) => `@layer base { ${rule} }`],
  ["on the root, in a layer", ".kt-root", (rule: string) => `@layer base { ${rule} }`],
] as const)("a token counts that is set %s", async ([, on, within], { open }) => {
  const { page } = await open(wide);
  await showInHost(page, centre, { css: within(`${on} { ${setTokens.join("; ")}; }`) });

  const found = await page
    .locator(".kt-choices .kt-button")
    .first()
    .evaluate((button) => {
      const style = getComputedStyle(button);
      const { fontFamily, borderRadius, borderTopColor } = style;
      return [fontFamily, borderRadius, borderTopColor];
    });

  expect(found).toEqual(Object.values(tokens));
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
