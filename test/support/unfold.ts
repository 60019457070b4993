import type { Page } from "playwright-core";
import german from "../../locales/de/opening.json" with { type: "json" };
import english from "../../locales/en/opening.json" with { type: "json" };
import { openBytes } from "./openBytes.ts";

const loading = [german, english].flatMap((words) => [words.loading, words.partLoading]);

/** Opens all that is folded on a page: bytes, folds and disclosures; done when it is read. */
export async function unfold(page: Page): Promise<void> {
  await openBytes(page);
  const closed = page.locator(".kt-fold[aria-expanded=false]");
  while ((await closed.count()) > 0) await closed.first().click();
  for (const summary of await page.locator("summary").all()) await summary.click();
  await page.waitForFunction(
    (words) =>
      [...document.querySelectorAll(".kt-fold__panel p")].every(
        ({ textContent }) => !words.includes(textContent),
      ),
    loading,
  );
}
