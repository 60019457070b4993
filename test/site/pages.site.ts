import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";
import { sitePages } from "../support/sitePages.ts";

const base = inject("siteBase");
const paths = sitePages(inject("siteFolder"), base, ["storybook", "pagefind"]).map(
  ({ path }) => path,
);

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(inject("siteFolder"));
});

afterAll(() => site.close());

async function violationsOf(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

describe.each(["light", "dark"] as const)("in %s", (colorScheme) => {
  test("no page has anything that axe objects to, or asks for anything elsewhere", async ({
    open,
  }) => {
    const { page, log } = await open({ baseURL: site.address, colorScheme });
    const faults: string[] = [];
    for (const path of paths) {
      await page.goto(path);
      for (const fault of await violationsOf(page)) faults.push(`${path}: ${fault}`);
    }

    expect(paths.length).toBeGreaterThan(150);
    expect(faults).toEqual([]);
    expect(problems(log)).toEqual([]);
  }, 900_000);
});

test("no page scrolls sideways at 320 px", async ({ open }) => {
  const viewport = { width: 320, height: 700 };
  const { page } = await open({ baseURL: site.address, viewport });
  const wide: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${path}: ${width} px`);
  }

  expect(wide).toEqual([]);
}, 300_000);
