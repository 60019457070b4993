import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, inject } from "vitest";
import de from "../../site/words/de.json" with { type: "json" };
import en from "../../site/words/en.json" with { type: "json" };
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { readSite } from "../support/readSite.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";

const host = inject("siteFolder");
const base = inject("siteBase");

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(host);
});

afterAll(() => site.close());

test("the first page loads no more than 60 KB of JavaScript", async ({ open }) => {
  const { page, log } = await open({ baseURL: site.address });
  await page.goto(base, { waitUntil: "networkidle" });

  const loaded = log.requests
    .map((line) => new URL(line.split(" ")[1] ?? "").pathname)
    .filter((path) => path.endsWith(".js"));
  const files = await Promise.all(loaded.map((path) => readFile(join(host, path))));
  const inline = await page
    .locator("script:not([src])")
    .evaluateAll((scripts) => scripts.map(({ textContent }) => textContent).join("\n"));
  const bytes = [...files, Buffer.from(inline)].reduce(
    (sum, text) => sum + gzipSync(text, { level: 9 }).length,
    0,
  );

  expect(loaded.length).toBeGreaterThan(1);
  expect(bytes).toBeLessThan(60 * 1024);
  expect(problems(log)).toEqual([]);
});

test("a designer comes by two clicks to the story of a state", async ({ open }) => {
  const { page, log } = await open({ baseURL: site.address });
  await page.goto(base);

  await page.getByRole("link", { name: en.opening.designerStates }).click();
  await page.getByRole("link", { name: "deletion-failed", exact: true }).click();

  const story = page.frameLocator("#storybook-preview-iframe");
  await story.getByRole("heading", { level: 1, name: "deletion-failed" }).waitFor();
  expect(log.foreign).toEqual([]);
});

test.for([
  [360, /-360\.png$/],
  [1280, /-1280\.png$/],
] as const)(
  "at %i px the picture is one of that width",
  async ([width, file], { open }) => {
    const viewport = { width, height: 800 };
    const { page } = await open({
      baseURL: site.address,
      viewport,
      colorScheme: "light",
    });
    await page.goto(base);

    const picture = page.getByRole("img", { name: en.opening.picture });
    await picture.scrollIntoViewIfNeeded();
    const shown = () => picture.evaluate((image) => Object(image).currentSrc);

    await expect.poll(shown).toMatch(file);
  },
);

test("a German reader chooses German, and finds what is in English marked", async ({
  open,
}) => {
  const { page } = await open({ baseURL: site.address });
  await page.goto(base);
  await page.getByLabel("Select language").first().selectOption({ label: "Deutsch" });

  await page.getByRole("heading", { level: 1, name: de.opening.title }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`${base}de/`);
  const navigation = page.getByRole("navigation", { name: "Hauptnavigation" });
  await navigation.getByRole("link", { name: de.live.title }).waitFor();
  const api = navigation.getByRole("link", { name: "The panel API" });
  expect(await api.getAttribute("lang")).toBe("en");
});

test.for([320, 1280])(
  "without JavaScript every page is read and reached, at %i px",
  async (width, { open }) => {
    const { page, log } = await open({
      baseURL: site.address,
      javaScriptEnabled: false,
      colorScheme: "light",
      viewport: { width, height: 800 },
    });
    await page.goto(base);

    await page.getByRole("heading", { level: 1, name: en.opening.title }).waitFor();
    const background = await page
      .locator("body")
      .evaluate((body) => getComputedStyle(body).backgroundColor);
    expect(background).toBe("rgb(255, 255, 255)");
    const menu = page.getByRole("button", { name: "Menu" });
    if (await menu.isVisible()) await menu.click();
    await page.getByRole("link", { name: "The panel API" }).first().click();
    await page.getByRole("heading", { level: 1, name: "The panel API" }).waitFor();
    expect(log.foreign).toEqual([]);
  },
);

test("Storybook lies beside it, in its own folder", async ({ open }) => {
  const { page, log } = await open({ baseURL: site.address });
  await page.goto(base);
  await page.getByRole("link", { name: "Storybook" }).first().click();
  await page.waitForURL(/\/some\/folder\/storybook\//);

  await page.frameLocator("#storybook-preview-iframe").locator("body").waitFor();
  await page
    .getByRole("link", { name: "Undecided" })
    .or(page.getByText("Centre"))
    .first()
    .waitFor();
  expect(log.foreign).toEqual([]);
});

test("the policy is there in both languages, with JavaScript off and on", async ({
  open,
}) => {
  const paths = { de: `${base}de/policy/`, en: `${base}policy/` };
  await readSite(site.address, paths, open);
});
