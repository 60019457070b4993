import { afterAll, beforeAll, expect, inject } from "vitest";
import { problems } from "../support/page.ts";
import { test } from "../support/playwright.ts";
import { type ServedFolder, serveFolder } from "../support/serveFolder.ts";

const base = inject("siteBase");

let site: ServedFolder;

beforeAll(async () => {
  site = await serveFolder(inject("siteFolder"));
});

afterAll(() => site.close());

/** What somebody types, and the page that has to be among the first three that are found. */
const searches = [
  ["embed policy", "docs-sites/"],
  ["delete my data", "command/"],
  ["offline German", "states/"],
  ["locked", "states/"],
  ["text-unknown", "errors/text-unknown/"],
] as const;

test.for(searches)(
  "whoever searches for “%s” finds %s, from the site's own files",
  async ([words, wanted], { open }) => {
    const { page, log } = await open({ baseURL: site.address });
    await page.goto(base);
    await page.getByRole("button", { name: "Search" }).click();
    await page.getByRole("textbox", { name: "Search" }).fill(words);

    const results = page.getByRole("dialog").getByRole("link");
    await results.first().waitFor();
    const found = await results.evaluateAll((links) =>
      links.map((link) => new URL(Object(link).href).pathname),
    );

    expect([...new Set(found)].slice(0, 3)).toContain(`${base}${wanted}`);
    expect(problems(log)).toEqual([]);
  },
);
