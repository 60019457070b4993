import type { Page } from "playwright-core";
import { openBytes } from "./openBytes.ts";

/** Opens all that is folded on a page: bytes, folds and disclosures; done when it is read. */
export async function unfold(page: Page): Promise<void> {
  await openBytes(page);
  const closed = page.locator(".kt-fold[aria-expanded=false]");
  while ((await closed.count()) > 0) await closed.first().click();
  for (const summary of await page.locator("summary").all()) await summary.click();
  const isRead = "Nothing sent yet.|Noch nichts gesendet.";
  await page.getByText(new RegExp(isRead)).nth(1).waitFor();
}
