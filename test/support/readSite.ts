import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Language, languages } from "../../src/policy/index.ts";
import { missingFacts } from "./missingFacts.ts";
import type { OpenedPage, PageOptions } from "./page.ts";
import { serveFolder } from "./serveFolder.ts";

/** Where a documentation site has the policy, by language. */
export type PolicyPaths = Readonly<Partial<Record<Language, string>>>;

/**
 * Opens the policy of a built site, with JavaScript off and on, and expects one title and
 * every fact in each of its languages, nothing in the console, and no request to anywhere else.
 */
export async function readSite(
  address: string,
  paths: PolicyPaths,
  open: (options: PageOptions) => Promise<OpenedPage>,
): Promise<void> {
  const pages = languages.flatMap((language) => {
    const path = paths[language];
    return path === undefined ? [] : [{ language, path }];
  });
  const visits = pages.flatMap(({ language, path }) =>
    [false, true].map(async (javaScriptEnabled) => {
      const { page, context, log } = await open({ baseURL: address, javaScriptEnabled });
      await context.route(
        (url) => url.origin !== address,
        (route) => route.abort(),
      );
      const answer = await page.goto(path, { waitUntil: "networkidle" });

      expect(answer?.status()).toBe(200);
      expect(await missingFacts(page, language)).toEqual([]);
      expect(await titlesOf(page)).toEqual([titles[language]]);
      const failed = log.failed.filter((line) => !line.endsWith(offSwitch));
      expect([log.console, log.errors, failed, log.foreign]).toEqual([[], [], [], []]);
    }),
  );
  await Promise.all(visits);
}

const titles = { de: "Datenschutz", en: "Privacy" } as const;

/** The first headings that can be seen; some generators end them with a link to themselves. */
async function titlesOf(page: Page): Promise<readonly string[]> {
  const headings = await page.locator("h1:visible").allInnerTexts();
  return headings.map((heading) => heading.replace(/\W*$/, ""));
}

/** The same for a site that is a folder of files. */
export async function readFolder(
  folder: string,
  paths: PolicyPaths,
  open: (options: PageOptions) => Promise<OpenedPage>,
): Promise<void> {
  const site = await serveFolder(folder);
  try {
    await readSite(site.address, paths, open);
  } finally {
    await site.close();
  }
}

/** Why Chromium does not load a script when JavaScript is off. */
const offSwitch = ".js (csp)";
