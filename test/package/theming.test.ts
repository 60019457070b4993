import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { readTokens } from "../../.storybook/pages/readTokens.ts";
import { tableOf } from "../support/markdown.ts";
import { openBytes } from "../support/openBytes.ts";
import { openBrowser, openPage, problems } from "../support/page.ts";
import { startStrictHost } from "../support/strictHost.ts";

const root = join(import.meta.dirname, "../..");
const read = (path: string) => readFileSync(join(root, path), "utf8");

/** A host's look, and the theme that its own switch has chosen. */
const looks = [
  ["bare", "light"],
  ["panel", "light"],
  ["panel", "dark"],
  ["night", "light"],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

test("docs/theming.md names every token of the sheet, and no other", () => {
  const tokens = readTokens(read("src/styles/tokens.css")).map(({ name }) => name);
  const told = tableOf(read("docs/theming.md"), "token").map(([name = ""]) =>
    name.replaceAll("`", ""),
  );

  expect(told.toSorted()).toEqual(tokens.toSorted());
});

test.each(looks)("fits into the host %s, %s", async (look, theme) => {
  const host = await startStrictHost({
    pages: {
      "/": `<!doctype html>
<html lang="de" data-host="${look}" data-theme="${theme}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Host</title>
    <link rel="icon" href="/icon" />
    <link rel="stylesheet" href="/elements/klartext.css" />
    <link rel="stylesheet" href="/hosts/${look}.css" />
    <script type="module" src="/elements/index.js"></script>
  </head>
  <body><main><klartext-privacy base-url="/panel/privacy"></klartext-privacy></main></body>
</html>`,
    },
    folders: {
      "/elements": join(inject("packageFolder"), "dist/elements"),
      "/hosts": join(root, ".storybook/hosts"),
    },
    panels: ["/panel/privacy"],
  });
  const { page, log } = await openPage(browser, {
    baseURL: host.address,
    // The system prefers the other one: the host decides.
    colorScheme: theme === "dark" || look === "night" ? "light" : "dark",
    viewport: { width: 1100, height: 900 },
  });
  await page.goto("/");
  await page.getByRole("switch").nth(1).waitFor();
  await openBytes(page);
  await page.locator("[data-kt=purpose] pre").nth(1).waitFor();

  const colors = await page.evaluate(() => {
    const of = (element: Element | null) => element && getComputedStyle(element);
    const [centre, body] = [of(document.querySelector(".kt-root")), of(document.body)];
    return {
      centre: [centre?.color, centre?.backgroundColor],
      body: [body?.color, body?.backgroundColor],
    };
  });
  expect(colors.centre).toEqual(colors.body);

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
  expect(problems(log)).toEqual([]);

  const pictures = process.env.THEMING_PICTURES;
  if (pictures) {
    const card = page.locator("[data-kt=purpose]").nth(1);
    await card.screenshot({ path: `${pictures}/${look}-${theme}.png` });
    await page.setViewportSize({ width: 320, height: 900 });
    await card.screenshot({ path: `${pictures}/${look}-${theme}-320.png` });
  }
});
