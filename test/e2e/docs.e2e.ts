import AxeBuilder from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, onTestFinished } from "vitest";
import { policySheet } from "../../scripts/policySheet.ts";
import { staticFiles } from "../../scripts/staticFiles.ts";
import { policyInForce } from "../../src/policy/demo/referencePolicy.ts";
import {
  buildPage,
  facts,
  type Language,
  liveConfigPolicy,
  type Policy,
  plainText,
} from "../../src/policy/index.ts";
import { makeFolder } from "../support/folder.ts";
import { geometryFaults } from "../support/geometry.ts";
import { problems } from "../support/page.ts";
import { type PanelProcess, startPanelProcess } from "../support/panelProcess.ts";
import { closeUp, printed } from "../support/paper.ts";
import { test } from "../support/playwright.ts";
import { sentencesOfPage } from "../support/sentences.ts";
import { serveFolder } from "../support/serveFolder.ts";

let panel: PanelProcess;

beforeAll(async () => {
  panel = await startPanelProcess({ KLARTEXT_POLICY_REVISION: "2026-04-01" });
});

afterAll(() => panel.remove());

/** The pages that the package brings, with their sheet. */
async function serveReadyMade() {
  const files = Object.fromEntries(await staticFiles(liveConfigPolicy()));
  const folder = await makeFolder({ ...files, "policy.css": await policySheet() });
  const site = await serveFolder(folder);
  onTestFinished(site.close);
  return site;
}

const pages = [
  ["de", "/docs/datenschutz", "Datenschutz"],
  ["en", "/docs/privacy", "Privacy"],
] as const;

describe.each(pages)("the documentation in %s", (_language, path, title) => {
  test("is whole without JavaScript, and asks nobody else for anything", async ({
    open,
  }) => {
    const { page, log } = await open({
      baseURL: panel.address,
      javaScriptEnabled: false,
    });
    await page.goto(path);

    for (const anchor of Object.values(facts)) {
      const statement = page.locator(`[id="policy-${anchor}"]`);
      expect((await statement.innerText()).trim()).not.toBe("");
    }
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title);
    expect(problems(log)).toEqual([]);
  });

  test("unfolds a sample and an older revision without JavaScript", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, javaScriptEnabled: false });
    await page.goto(path);
    await page.locator(".kt-policy__sample > summary").first().click();
    await page.locator(".kt-policy__older > summary").last().click();

    expect(await page.locator("pre").first().isVisible()).toBe(true);
    expect(await page.locator("ins").last().isVisible()).toBe(true);
  });

  test.for(["light", "dark"] as const)(
    "has nothing that axe objects to, %s",
    async (colorScheme, { open }) => {
      const { page } = await open({ baseURL: panel.address, colorScheme });
      await page.goto(path);
      for (const summary of await page.locator("summary").all()) await summary.click();
      const { violations } = await new AxeBuilder({ page }).analyze();

      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    },
  );

  test.for([320, 768, 1440])("stands as it should at %i px", async (width, { open }) => {
    const { page } = await open({
      baseURL: panel.address,
      viewport: { width, height: 900 },
    });
    await page.goto(path);
    for (const summary of await page.locator("summary").all()) await summary.click();

    expect(await geometryFaults(page)).toEqual([]);
  });

  test("is printed with its samples and without what surrounds it", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address });
    await page.goto(path);
    const sample = page.locator("pre").first();
    const beforePrinting = await sample.isVisible();
    await page.emulateMedia({ media: "print" });

    expect([beforePrinting, await sample.isVisible()]).toEqual([false, true]);
    expect(await page.locator("nav").first().isVisible()).toBe(false);
    expect(await page.locator(".kt-policy__alternate").isVisible()).toBe(false);
  });
});

/** Where a page as wide as A4 within its margins cuts or covers something. */
async function faultsOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 657, height: 900 });
  const faults = await geometryFaults(page);
  await page.emulateMedia({ media: null });
  return faults;
}

/** Expects a policy on A4: all that it says, nothing to follow, no heading alone at a foot. */
async function expectGoodPaper(
  page: Page,
  policy: Policy,
  language: Language,
): Promise<void> {
  const { summary, contents, samples, ...whole } = buildPage(policy, language);
  const headings = await page.locator("h1, h2, h3, summary, caption").allInnerTexts();
  const pages = await printed(page);
  const text = closeUp(pages.flatMap(({ lines }) => lines).join(" "));
  const said = [
    ...sentencesOfPage(whole).map(plainText),
    ...summary.rows.map(({ heading }) => heading),
    ...samples.map((it) => it.text),
    summary.caption,
  ];
  const feet = pages.slice(0, -1).map(({ lines }) => closeUp(lines.at(-1) ?? ""));

  expect(said.filter((it) => !text.includes(closeUp(it)))).toEqual([]);
  expect(text).not.toContain(closeUp(contents.label + contents.entries[0]?.heading));
  expect(feet.filter((line) => headings.map(closeUp).includes(line))).toEqual([]);
  for (const { ink } of pages) expect([ink.margin, ink.dark < 0.1]).toEqual([0, true]);
  expect(await faultsOnPaper(page)).toEqual([]);
}

describe.each(pages)("on paper in %s", (language, path) => {
  test("the documentation is whole, and fits", async ({ open }) => {
    const { page } = await open({ baseURL: panel.address, colorScheme: "dark" });
    await page.goto(path);

    await expectGoodPaper(page, policyInForce("2026-04-01"), language);
  });

  test("a ready-made page is whole, and fits", async ({ open }) => {
    const site = await serveReadyMade();
    const { page } = await open({ baseURL: site.address, colorScheme: "dark" });
    await page.goto(`/policy.${language}.html`);

    await expectGoodPaper(page, liveConfigPolicy(), language);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("navigation").count()).toBe(0);
  });
});

describe.each(["de", "en"] as const)("the ready-made page in %s", (language) => {
  test.for(["light", "dark"] as const)(
    "has nothing that axe objects to, %s",
    async (colorScheme, { open }) => {
      const site = await serveReadyMade();
      const { page } = await open({ baseURL: site.address, colorScheme });
      await page.goto(`/policy.${language}.html`);
      const { violations } = await new AxeBuilder({ page }).analyze();

      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    },
  );

  test.for([320, 768, 1280])("stands as it should at %i px", async (width, { open }) => {
    const site = await serveReadyMade();
    const { page } = await open({
      baseURL: site.address,
      viewport: { width, height: 900 },
    });
    await page.goto(`/policy.${language}.html`);

    expect(await geometryFaults(page)).toEqual([]);
  });

  test("shows at 320 px the name of its column above each value of the summary", async ({
    open,
  }) => {
    const site = await serveReadyMade();
    const { page } = await open({
      baseURL: site.address,
      viewport: { width: 320, height: 640 },
    });
    await page.goto(`/policy.${language}.html`);
    const { columns } = buildPage(liveConfigPolicy(), language).summary;
    const names = page.locator("tbody tr").first().locator(".kt-policy__column:visible");

    expect(await names.allInnerTexts()).toEqual(columns.slice(1));
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await names.count()).toBe(0);
    expect(await page.getByRole("columnheader").allInnerTexts()).toEqual(columns);
  });
});

test("leads from one language to the other", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address, javaScriptEnabled: false });
  await page.goto("/docs/datenschutz");
  await page.getByRole("link", { name: "English" }).click();

  expect(new URL(page.url()).pathname).toBe("/docs/privacy");
});

test("the panel's page names the policy of the panel", async ({ open }) => {
  const { page } = await open({ baseURL: panel.address });
  await page.goto("/");
  const links = page.locator('link[rel="privacy-policy"]');

  expect(
    await links.evaluateAll((all) => all.map((it) => it.getAttribute("href"))),
  ).toEqual(["docs/datenschutz", "docs/privacy"]);
});

test("the ready-made pages stand by themselves, without JavaScript", async ({ open }) => {
  const site = await serveReadyMade();
  const { page, log } = await open({ baseURL: site.address, javaScriptEnabled: false });
  await page.goto("/policy.de.html");
  const german = await page.locator("article").innerText();
  await page.getByRole("link", { name: "English" }).click();

  expect(german).toContain("CA-Pinning");
  expect(await page.locator("article").getAttribute("lang")).toBe("en");
  expect(problems(log)).toEqual([]);
});
