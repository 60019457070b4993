import type { Locator, Page } from "playwright-core";

/** Opens the bytes of every card of the page, or those of one card. */
export async function openBytes(where: Page | Locator): Promise<void> {
  const closed = where
    .locator("[data-kt=values]")
    .getByRole("button", { expanded: false });
  await closed.first().waitFor();
  while ((await closed.count()) > 0) await closed.first().click();
}
