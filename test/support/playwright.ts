import type { Browser, BrowserContext } from "playwright-core";
import { test as base } from "vitest";
import { type OpenedPage, openBrowser, openPage, type PageOptions } from "./page.ts";

/**
 * Vitest's `test` with a browser per file and `open`, which gives a new page in a context of
 * its own and closes it after the test.
 */
export const test = base
  // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the fixture's needs here
  .extend("browser", { scope: "file" }, async ({}, { onCleanup }): Promise<Browser> => {
    const browser = await openBrowser();
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("open", ({ browser }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
    });
    return async (options?: PageOptions): Promise<OpenedPage> => {
      const opened = await openPage(browser, options);
      contexts.push(opened.context);
      return opened;
    };
  });
