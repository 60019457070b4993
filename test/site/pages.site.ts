import AxeBuilder from "@axe-core/playwright";
import { afterAll, beforeAll, describe, expect, inject } from "vitest";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";
import { sitePages } from "../support/sitePages.ts";
import { wordFaults } from "../support/wordFaults.ts";

const base = inject("siteBase");
const paths = sitePages(inject("siteFolder"), base, ["storybook", "pagefind"]).map(
  ({ path }) => path,
);
const english = paths.filter((path) => !path.startsWith(`${base}de/`));

/** One page of each kind, in both languages. */
const kinds = ["", "live/", "policy/", "panel-api/", "examples/panel/"]
  .flatMap((path) => [`${base}${path}`, `${base}de/${path}`])
  .concat(`${base}404.html`);

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(inject("siteFolder"));
});

afterAll(() => site.close());

describe.each(["light", "dark"] as const)(
  "axe, in %s, objects to nothing",
  (colorScheme) => {
    test("on a page of each kind, whole", async ({ open }) => {
      const { page, log } = await open({ baseURL: site.address, colorScheme });
      const faults: string[] = [];
      for (const path of kinds) {
        await page.goto(path, { waitUntil: "networkidle" });
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, nodes } of violations) {
          faults.push(`${path}: ${id}: ${nodes[0]?.html}`);
        }
      }

      expect(kinds.filter((path) => !paths.includes(path))).toEqual([]);
      expect(faults).toEqual([]);
      expect(problems(log)).toEqual([]);
    }, 300_000);

    // What is around the content is the same on each, and in German the content is too. The
    // colours of code, which take axe most of its time, are those of the pages above.
    test("in the content of every page", async ({ open }) => {
      const { page, log } = await open({ baseURL: site.address, colorScheme });
      const faults: string[] = [];
      for (const path of english) {
        await page.goto(path, { waitUntil: "domcontentloaded" });
        const axe = new AxeBuilder({ page }).include("main").exclude("pre > code");
        // In another theme other colours are the only difference.
        if (colorScheme === "dark")
          axe.withRules(["color-contrast", "link-in-text-block"]);
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations) {
          faults.push(`${path}: ${id}: ${nodes[0]?.html}`);
        }
      }

      expect(english.length).toBeGreaterThan(80);
      expect(faults).toEqual([]);
      expect(problems(log)).toEqual([]);
    }, 900_000);
  },
);

test.for([320, 360, 768])(
  "the pages in both languages keep their words whole, at %i px",
  async (width, { open }) => {
    const { page } = await open({
      baseURL: site.address,
      viewport: { width, height: 700 },
    });
    const broken: string[] = [];
    for (const path of ["", "policy/", "de/", "de/policy/"]) {
      await page.goto(`${base}${path}`, { waitUntil: "domcontentloaded" });
      broken.push(
        ...(await wordFaults(page, "main")).map((fault) => `${path}: ${fault}`),
      );
    }

    expect(broken).toEqual([]);
  },
);

test("no document breaks a word at 1280 px", async ({ open }) => {
  const { page } = await open({
    baseURL: site.address,
    viewport: { width: 1280, height: 700 },
  });
  const broken: string[] = [];
  for (const path of english) {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    broken.push(...(await wordFaults(page, "main")).map((fault) => `${path}: ${fault}`));
  }

  expect(broken).toEqual([]);
}, 600_000);

test("no page scrolls sideways at 320 px", async ({ open }) => {
  const viewport = { width: 320, height: 700 };
  const { page } = await open({ baseURL: site.address, viewport });
  const wide: string[] = [];
  for (const path of [...english, ...kinds]) {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 320) wide.push(`${path}: ${width} px`);
  }

  expect(wide).toEqual([]);
}, 600_000);
